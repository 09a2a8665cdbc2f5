import type { Script } from '../../script/script.js';
import { helpTalk } from './work-talk.js';

export const help: Script = {
  regulars: ['bastien', 'priya', 'hana', 'minh', 'mateus', 'diego', 'olu', 'greta', 'kenji', 'sam', 'kwame', 'maya'],
  story: [
    [
      12,
      [
        "sam: It says “no such device” and I've no idea which device it would like",
        'minh: What does this print?\n\n```bash\nls -l /dev/serial/by-id/\n```',
        'sam: “No such file or directory”',
        "minh: Then the Pi doesn't see the adapter at all. Other cable?",
        'sam: …the other cable works. The first one was only for charging??',
        'minh: There are cables that are only for charging. They have ruined many evenings.',
        "sam: I've cut it in half so that it can't do it to anyone else",
      ],
    ],
    [
      32,
      [
        'kwame: Eleven stations, all called “station”. My pupils were thorough. Can I rename them without losing the history?',
        'priya: Yes, names are only labels. `tidelog station rename 88 "Roof, sandwich"`',
        'kwame: And if two have the same name in the meantime?',
        'priya: Nothing minds. The id counts.',
        "kwame: That's a lesson for class too",
      ],
    ],
  ],
  talk: [
    ...helpTalk,
    [
      "a: After the update the [graphs are empty|map doesn't load]. Logs say:\n\n```text\nWARN  migrate: 3 pending, waiting for lock\n```",
      'b: Is a second instance running on the same file? [Check with `tidelog status`.|An old container maybe?]',
      'a: [There was one from last year. It has been running the whole time.|Yes! An old container called “test2”.]',
      "b: [It was waiting for you|There's always a test2]",
      'a: All good now, thank you!',
    ],
    [
      "a: How do I [import ten years of CSV|get data out as CSV]? [The dates are like 03.11.2019 and I'm worried.|Only one sensor, only last year.]",
      'b: [You\'re right to worry 🙂 give it the format:\n\n```bash\ntidelog import old.csv --date-format "dd.MM.yyyy" --dry-run\n```|```bash\ntidelog export --sensor 12 --from 2025-01-01 --to 2025-12-31 > 2025.csv\n```]',
      'a: [Dry run says 87,600 rows, 0 errors|Works! And the time zone is…?]',
      'b: [Then leave out the dry run and get a coffee|UTC, always. The first line says so.]',
    ],
    [
      "a: My [rain|level] sensor shows [−1|4095] from time to time. Only [at night|when it's wet]. Ideas?",
      'b: [−1 means “no answer”. Long cable?|4095 is the full scale of 12 bits, so the input is open.]',
      'a: [23 metres|There is a plug halfway, in the grass]',
      'b: [Slow it down to 9600 baud and put 120 ohms at the far end|The plug is full of water, then]',
      'a: [It behaves since an hour. Will report tomorrow.|It was a small aquarium]',
      'a: [Report: clean all night!|Replaced with a gel one. Silence.]',
    ],
    [
      'a: Is there a way to get [an e-mail|a push message] when the [well falls below 2 m|freezer gets warm]?',
      'b: Yes, alerts:\n\n```yaml\nalerts:\n  - sensor: [well|freezer]\n    when: ["< 2.0"|"> -15"]\n    for: 10m\n    notify: [mail|push]\n```',
      "a: What's the `for`?",
      "b: [So that a wave doesn't wake you|So that opening the door doesn't wake you]",
      "a: [I'd like to be woken by a wave, but not every time|Very considerate]",
    ],
    [
      'a: Docker, ARM, [permission denied on /data|exits with 139]. [Tried chown, tried shouting.|It worked on the old Pi.]',
      'b: [It runs as uid 1000. `chown -R 1000:1000 data` on the host, not inside.|Which image tag? 139 was a bug in the 32-bit one.]',
      'a: [On the HOST. Yes. Thank you.|armv7, so yes]',
      'b: [Shouting helps a little too|Take the arm64 one, your new Pi can do it]',
    ],
    [
      "a: How accurate is the [BME280|ultrasonic thing] really? Mine [disagrees with my neighbour's|jumps by 3 cm].",
      'olu: [±1 °C is what they promise, and it heats itself. Read it once a minute, not ten times a second.|Temperature! The speed of sound changes 0.6 m/s for each degree. Switch compensation on.]',
      "a: [Once a minute: they agree now!|There's a setting for that?]",
      'olu: [And your neighbourhood is at peace|`compensate: air_temperature`. My favourite setting.]',
    ],
    [
      'a: Can I run it [behind nginx|on a subpath]? The live view says “[connection lost|retrying]” all the time.',
      'b: [WebSocket headers:\n\n```nginx\nproxy_http_version 1.1;\nproxy_set_header Upgrade $http_upgrade;\nproxy_set_header Connection "upgrade";\n```|Set `BASE_PATH=/tide` and restart, the live view reads it too]',
      'a: [These three lines cost me a Sunday|Ah, BASE_PATH, not BASE_URL]',
      "b: [They cost everybody a Sunday once|I'll make it complain about BASE_URL]",
      'hana: Putting it into the docs, thank you both',
    ],
    [
      "a: Backup: is copying the [data folder|file] enough while it's running?",
      'b: [No! Use `tidelog backup`, it makes a consistent copy.|Not while it writes. `tidelog backup --to /mnt/nas` does it live.]',
      "a: [Then I've got three years of perhaps-backups|Good that I asked]",
      'b: [Test one. A backup is only one after a restore.|Always ask]',
    ],
    [
      "a: Stupid question: [what's a “series”|where does the password go]?",
      'b: No stupid ones here. [One sensor, one quantity, over time. A gauge that gives level and temperature has two.|In the environment, `TIDELOG_PASSWORD`, never in the yaml.]',
      "a: [Ah! So my fridge has three.|It was in the yaml. It isn't any more.]",
      "c: [What's the third?|And change it, if the yaml is in git 🙂]",
      'a: [Door|It is. Was. On it.]',
    ],
    [
      'a: The time on my graphs is [one hour off since Sunday|two hours ahead]',
      "b: [Clocks went back 🙂 what's `TZ` set to?|Is the Pi's own clock right? `timedatectl`]",
      'a: [“GMT+1”|“System clock synchronized: no”]',
      "b: [Use a place, like Europe/Prague. “GMT+1” never changes and, to make it worse, means the opposite in POSIX.|Switch NTP on, then it'll be right for ever]",
      'a: [The opposite?!|Right for ever, what a promise]',
    ],
    [
      'a: How much disk does [one sensor|a station with eight sensors] need [per year|if I read every 10 seconds]?',
      'priya: [About 4 MB at one reading a minute, compressed|Eight times 25 MB a year. You could, but do you want to?]',
      "a: [That's nothing!|I want to, I can't say why]",
      "priya: [That's what I do all day: nothing, very efficiently|I understand you completely]",
    ],
    [
      'a: Solved my own problem from [yesterday|this morning], writing it here for the next person: [the A and B wires were swapped|the firewall ate port 8086].',
      "b: You're a good person",
      "hana: [“A is B and B is A with some makers.” Added to the wiring page.|Added to “it doesn't connect”, point 2]",
    ],
  ],
  latest: {
    minutesAgo: 64,
    dialogue: [
      'diego: Plant robot question: can I write readings from my own code without the agent?',
      'minh: Yes, one POST:\n\n```bash\ncurl -X POST https://tide.example.org/api/readings \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -d \'{"sensor": 31, "value": 0.42}\'\n```',
      'diego: 202! What does 202 mean?',
      'minh: Accepted, will be stored in a moment. They go in together, a batch each second.',
      'diego: And if the power goes in that second?',
      "bastien: Then you send it again. Give it an `Idempotency-Key` and it's stored once.",
      "diego: My grandmother's voice will say “I am sorry” exactly once. Thank you!",
    ],
  },
};
