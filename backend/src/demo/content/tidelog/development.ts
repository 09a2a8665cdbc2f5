import type { Script } from '../../script/script.js';
import { developmentTalk } from './work-talk.js';

export const development: Script = {
  regulars: ['tomas', 'priya', 'bastien', 'mateus', 'minh', 'hana', 'diego', 'olu', 'kenji'],
  story: [
    [
      2,
      [
        "tomas: Plan for 2.0, in the order in which I'd be sad without it:\n\n1. Raw readings kept for ever, roll-ups rebuilt from them\n2. One binary, no Python\n3. Sensors that describe themselves\n4. The new map",
        "priya: 1 is mine. I've waited two years for somebody to say “for ever”.",
        'bastien: 2, with pleasure. Rust or Go?',
        'tomas: Whoever writes it, chooses',
        'bastien: 🦀',
      ],
    ],
    [
      10,
      [
        "priya: Roll-ups: I've tried three layouts with 100 million rows.\n\n```text\nlayout            insert/s   month graph\none wide table      41,000        310 ms\nby sensor           38,500         12 ms\nby sensor + day     36,900          9 ms\n```",
        'tomas: By sensor, then? The last one buys 3 ms for a lot of partitions.',
        'priya: By sensor. I wanted to hear you say it.',
        "mateus: 310 to 12, I don't even need a loading animation. I had such a nice one.",
        'priya: Keep it for the first paint 🙂',
      ],
    ],
    [
      17,
      [
        'bastien: The reader in Rust runs! 3.1 MB, starts in 4 ms, and it has already found a bug in the Python one.',
        'minh: Which?',
        'bastien: It dropped the reading if two arrived in the same millisecond',
        "olu: That's my gauge 3! In heavy rain! I've been saying for YEARS that it under-reads",
        "tomas: Olu, on behalf of the project: we're sorry",
        "olu: I'd like that in the changelog",
      ],
    ],
    [
      25,
      [
        'mateus: Map preview: https://preview.example.org/map-2 (keyboard: arrows move, + and − zoom, Enter opens a station)',
        'hana: With a screen reader it says “button, button, button”',
        'mateus: On it. What should it say?',
        'hana: Name, last value, how old. “Pier 3, 2.14 metres, two minutes ago.”',
        'mateus: Pushed. And now it tells you when you cross a border, that was an accident and I like it',
      ],
    ],
    [
      33,
      [
        'minh: Sensors that describe themselves: 14 bytes at the start of the connection.\n\n```rust\npub struct Descriptor {\n    pub kind: SensorKind,   // 2\n    pub unit: Unit,         // 2\n    pub min: f32,           // 4\n    pub max: f32,           // 4\n    pub period_s: u16,      // 2\n}\n```',
        'bastien: Little endian?',
        'minh: Little endian, and said so in the docs, twice',
        'tomas: What if a sensor lies?',
        'minh: Then it lies in 14 bytes. We check min and max against what comes.',
        'olu: A sensor with integrity',
      ],
    ],
    [
      39,
      [
        'tomas: Two blockers left for 2.0: the migration of old alerts, and the name of the thing that used to be called “thing”.',
        "hana: I've collected votes: “source” 7, “feed” 4, “thing” 1",
        'diego: I stand by “thing”',
        'tomas: Source it is. Diego, you may keep one variable.',
        'diego: `const thing` in tests/robot.ts. Nobody touches it.',
      ],
    ],
  ],
  talk: [
    ...developmentTalk,
    [
      'a: Review please: #[1243|1318|1371] “[Retry uploads with a growing pause|Show the age of a reading|Close the file before renaming it]”. [Forty|Twelve|Three] lines, half of them tests.',
      "b: [Looking|On it|Now that's a size I like]",
      'b: [One question: what ends the retries? I see no limit.|What does it say after exactly 60 seconds? 60 seconds or 1 minute?|How did this ever work?]',
      "a*: [Good catch, five tries, then it keeps it on disk.|“1 minute”, and now there's a test for it.|On Linux it does. On Windows it never did.]",
      'b: [Approved 🚢|Approved, lovely tests|Approved. Poor Windows people.]',
    ],
    [
      'a: CI is red on main. [`test_daylight_saving` again|The map snapshot differs by one pixel].',
      "b: [It's the last Sunday of the month. That test is the most honest one we have.|Font update on the runner, I bet]",
      'a: [It found a real one this time! A day with 25 hours gets two noons.|It was. Pinned the font.]',
      "c: [I'd like a day with two noons|Green again, thanks]",
    ],
    [
      'a: Why do we [lock the whole table|sort twice] here?\n\n```[sql|ts]\n[LOCK TABLE rollups IN EXCLUSIVE MODE;|const newest = rows.sort(byTime).reverse().sort(byTime)]\n```',
      'b: [History. Two writers once made the same hour.|Because I was afraid, in 2021]',
      'priya: [`INSERT … ON CONFLICT (series, hour) DO UPDATE` and the lock can go|One is enough and none is needed, the index gives them in order]',
      'a: [Trying it|Removing both]',
      'a: [3 times as fast with four writers, and the numbers are the same|−1 line, −80 ms, no fear]',
    ],
    [
      "a: Proposal: [drop support for SQLite below 3.35|one config file in place of three]. [We'd lose `RETURNING` workarounds in nine places.|Nobody knows which one wins, not even me.]",
      'b: [+1, Debian stable has 3.40|+1. Which one does win?]',
      "a: [Then I'll write it up|It depends on the alphabet]",
      "c: I'd want a release with a warning first",
      'a: Fair. Warning in [1.18|1.19], gone in 2.0.',
    ],
    [
      'a: Small TypeScript thing, does anybody see a nicer way?\n\n```ts\ntype Reading = { sensor: string; value: number; at: Date };\n\nfunction latest(readings: Reading[]): Map<string, Reading> {\n  const found = new Map<string, Reading>();\n  for (const reading of readings) {\n    const known = found.get(reading.sensor);\n    if (!known || known.at < reading.at) found.set(reading.sensor, reading);\n  }\n  return found;\n}\n```',
      "b: That's already nice. Somebody will say `reduce`.",
      'c: `reduce`',
      'a: Leaving it as it is',
    ],
    [
      "a: I can't reproduce #[1187|1290]. [The reporter says “sometimes, on Tuesdays”.|It needs a sensor that answers in the past.]",
      'b: [Weekly backup! It runs on Tuesdays and holds the file for a second.|Clock set back by NTP. Try `faketime`.]',
      "a: [TUESDAYS. It's real.|Reproduced in four minutes. Thank you.]",
      'c: Never doubt a reporter',
    ],
    [
      'a: Naming question: [`fetchReadings` or `loadReadings`|`isStale` or `age > limit`]?',
      'b: [load. We fetch from the network and load from disk.|isStale, the limit belongs in one place]',
      'c: [Do we, always?|And then nobody asks why 90]',
      'b: [We do from now on|Why IS it 90]',
      "hana: [I'll write it down before anybody disagrees|Tide tables are in 90-second steps at Pier 3. It's been that since the boathouse.]",
    ],
    [
      'a: Benchmarks of tonight, [before|main] and [after|branch]:\n\n```text\nimport 1M rows   [8.4 s   5.1 s|5.1 s   4.9 s]\nyear graph       [220 ms  31 ms|31 ms   30 ms]\nidle memory      [61 MB   38 MB|38 MB   22 MB]\n```',
      'b: [What did you DO?|Noise, noise, and then 16 MB?]',
      "a: [Stopped parsing dates that we don't use|We kept the tile cache of the map on the server. There is no map on the server.]",
      "c: [The fastest code is the code that we don't run|There never was]",
    ],
    [
      'a: First-time contributor in #[1266|1334], please be gentle: they fixed [the Portuguese plurals|the dark theme of the tables]',
      "b: [It's very good! “1 leitura, 2 leituras”, finally.|The contrast is better than ours]",
      "a: [Merged. I've asked whether they'd like to do the Spanish ones.|Merged, and they're already at the next one]",
      'c: 🎉',
    ],
    [
      'a: Does anybody mind if I [turn on the strict lint rules|move the tests beside the code]?',
      'b: [How many findings?|In one commit, nothing else in it?]',
      "a: [311. I'll fix them in pieces, rule by rule.|One commit, only moves, promise]",
      'b: [Then go|Then go, on a Friday when nobody has a branch]',
      'c-: noooo my branch',
      "c: [Fine with me|Fine. I've merged mine, quickly.]",
    ],
    [
      'a: Who knows [Modbus|LoRa] well enough to tell me why [register 40001 is register 0|my packets are late]?',
      "minh: [Because it was 1979 and they counted from one on paper and from zero on the wire|Duty cycle. You may talk 1 % of the time. It's the law.]",
      'a: [And the 4?|Literally the law?]',
      "minh: [The kind of register. It's not part of the number. I'm sorry.|Literally. So send less, and send what changed.]",
      'b: Minh, have you thought about [writing a book|a podcast]',
    ],
    [
      'a: The [nightly|docs] build takes [26|14] minutes. Where does the time go?',
      'b: [18 of them compile SQLite, each time|It renders every diagram three times]',
      'a: [Cached: 7|Once is enough: 5]',
      "c: That's [19|nine] minutes of trees saved each night",
    ],
  ],
  latest: {
    minutesAgo: 7,
    dialogue: [
      "bastien: Migration of old alerts is done: #1402. It converts what it can and lists what it can't, with the line number.",
      "priya: Ran it on the public instance's copy: 1,214 converted, 3 listed. All three were mine and wrong anyway.",
      'hana: The listing reads well. Could it end with what to do?',
      'bastien: “Open the file, delete the line, sleep better”?',
      'hana: Without the last part',
      'bastien: Pushed, without the last part',
      'mateus: So… is that it? Is that the last blocker?',
      'priya: CI is running. 4 minutes left. Nobody breathe.',
      'minh: *holds breath*',
    ],
  },
};
