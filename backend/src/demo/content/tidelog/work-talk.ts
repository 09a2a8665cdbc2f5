import type { Dialogue } from '../../script/script.js';

export const developmentTalk: readonly Dialogue[] = [
  [
    "a: [Pairing, anybody?|Rubber duck needed.|Can I think aloud for a minute?] [The sync loop ends one round too early.|I've two caches and they disagree.|A test passes alone and fails in company.]",
    "b: [Duck here. What's the loop waiting for?|Which one's right?|What does it share with the others?]",
    "a: [An empty page. …But the last full page may be exactly full. Oh.|Neither. They're both caches of a thing that I changed last week. Ha.|The clock. It freezes it and doesn't thaw it.]",
    'b: [Quack|Quack|Quack]',
    'a: [Thank you, duck|Very good duck|Best duck]',
  ],
  [
    'a: [Merged|Reverted|Deployed] #[1251|1299|1346], [thanks for the quick reviews|sorry, it broke imports on Windows|looks calm so far]',
    "b: [👍|No harm done, that's what the button's for|Watching the graphs]",
    'c: [🎉|I can test on Windows tonight|p95 is down by a third!]',
    "a: [On to the next one|Would be great, thanks|I'd hoped for a tenth] 🙂",
  ],
  [
    'a: Opinion on [retries in the client or in the server|a flag or two commands|null or an empty list]?',
    'b: [Client. It knows how long the person will wait.|Two commands. Flags breed.|Empty list, until “none” and “unknown” differ]',
    "c: [Client, with an id, so that the server can say “had it already”|Two, and the names nearly write themselves|They do differ here, don't they?]",
    "a: [That's the design then|`backup` and `restore`, thank you|They do. Then it's a third thing. Thank you.]",
  ],
  [
    'a: The query behind the [station page|alert list] does a sequential scan:\n\n```sql\nSELECT * FROM [readings|alerts]\nWHERE [station_id|owner_id] = $1\nORDER BY [at DESC|created_at]\nLIMIT 50;\n```',
    "priya: [Index on (station_id, at DESC), and drop the one on station_id alone|It's 40 rows. Let it scan.]",
    'a: [0.2 ms from 190. I should just call you EXPLAIN.|Forty! I measured the wrong table. Again.]',
    'priya: [ANALYZE, to friends|I do that about once a week]',
  ],
  [
    "a: [Dependencies: 4 updates, all small.|Dependabot has eleven feelings today.] [Any objections?|Merging what's green.]",
    'b: [The date library changed its rounding, look at that one closely|The map one is major, leave it]',
    'a: [Good that you say so: a test caught it, half a second|Left it, ten merged]',
  ],
  [
    "a: I'd like to delete [`legacy_import.py`|the old chart code]. Last used [in 2022|never, as far as I can see].",
    "b: [Do it. I'll hold your coat.|There's one caller in the docs, as an example]",
    'a: [−1,140 lines|Example replaced, −860 lines]',
    'c: [My favourite kind of feature|Lighter already]',
  ],
  [
    "a: What do we do when [a station sends the future|two stations have the same serial number|a reading is NaN]? [Mine's 3 minutes ahead.|It happened at the factory, they say.|It arrived as text, “NaN”, with quotes.]",
    "b: [Keep it, with both times, ours and theirs|Then the serial isn't one. Key on our own id.|Refuse it and say so, loudly, once]",
    "c: [And show the difference when it's over a minute|And warn, once|Once a day, or somebody's inbox fills]",
    "a: [I'll write the issue|#1311, help welcome|Once a day, agreed]",
  ],
  [
    'a: [Docs before code or code before docs?|How small is a small pull request?]',
    "hana: [Docs first. If it's hard to explain, it's hard.|If I can hold it in my head while somebody talks to me]",
    "b: [It's true, I've changed three APIs while writing their page|So about forty lines]",
    'a: [Trying it with the next one|Forty, with tests beside]',
  ],
  [
    'a: Strange one: the [build|app] is [slower on the faster machine|fine in Firefox and empty in Safari]',
    'b: [How many cores? We start one worker for each and they wait for one disk.|Does it use a lookbehind in a regular expression?]',
    'a: [64. We start sixty-four.|One. In the date parser.]',
    "c: [It's a queue with extra steps|It's always the date parser]",
    "a: [Capped at 8, four times as fast|Gone, and I've added Safari to the matrix]",
  ],
];

export const helpTalk: readonly Dialogue[] = [
  [
    'a: [First time here, be kind.|Hello, new user.|Hi, I come from the forum.] [It stops at “waiting for sensor”.|Where do I see the logs?|Does it run on Windows?]',
    "b: [Welcome! Which sensor, and how's it connected?|`tidelog logs --follow`, or in the browser under About|It does: winget install tidelog]",
    'a: [BME280, four wires|Found them, they say “no reading for 3 d”|That was easier than expected]',
    "b: [I²C is off by default on the Pi. `sudo raspi-config`, Interface, I2C, yes.|Then it's the sensor's side. Battery?|We try]",
    "a: [It's alive!!|…it was the battery|🙂]",
  ],
  [
    "a: Can two people [edit one dashboard|share a station]? [My father wants to see his well.|We're a rowing club.]",
    'b: [Yes: Share, read only, and he needs no account|Yes, make the club a group and put the station in it]',
    "a: [He'll check it hourly|Eight rowers and a cox]",
    'b: [Dashboards were made for fathers|The cox gets admin]',
  ],
  [
    "a: I've deleted [a station|a week of data] by accident. [Please tell me there's a way.|Heart's beating.]",
    'b: [There is: Settings, Recently deleted, 30 days|Breathe. Raw readings are never deleted, only hidden: `tidelog unhide --week 2026-W40`]',
    "a: [It's back. With all its years. I could cry.|All there. I need to sit down.]",
    "b: [We've all stood there|Tea]",
    "c: [That's why the page exists, I was the first|☕]",
  ],
  [
    'a: The graph draws a straight line where [nothing was measured|the power was out], and it looks like [data|the calmest night ever]',
    'b: [`gaps: show` in the view, then it breaks the line|Set “connect points” to 15 minutes at most]',
    "a: [So much more honest|Now one sees the storm that we didn't measure]",
  ],
  [
    'a: [Can I use Fahrenheit without being judged?|Feet and inches for a tide gauge?]',
    "olu: [You can use it|There's a setting. History is kept in metres, whatever you look at.]",
    "a: [That's not what I asked 😄|Perfect]",
    "olu: [I'm judging very quietly|My grandfather measured in fathoms. He was usually right.]",
  ],
  [
    'a: [API returns 429|Getting 401 since this morning], [what am I doing|did something change]?',
    'b: [More than 60 calls a minute. Ask for many sensors in one: `?sensor=1,2,3`|Tokens end after a year. Yours had its birthday.]',
    'a: [From 200 calls to 4|Happy birthday to it]',
    "b: [The server says thanks|The new one may live for ever if you tick the box, but don't]",
  ],
];
