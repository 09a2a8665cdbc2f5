import type { Script } from '../../script/script.js';

export const releases: Script = {
  regulars: ['bastien', 'hana', 'priya', 'olu', 'mateus', 'minh', 'kenji', 'diego', 'greta', 'sam'],
  story: [
    [
      3,
      [
        "tomas: **Tidelog 1.16.0**\n\n- Alerts can wait: `for: 10m`\n- Export is twice as fast\n- Fixed: the week began on Sunday for people for whom it doesn't\n\nThanks to Priya, Hana, Mateus and two people who wish to stay unnamed.\nhttps://tidelog.example.org/releases/1.16.0",
        'greta: Updated in a minute, thank you',
        'olu: My weeks are back!',
      ],
    ],
    [
      9,
      [
        'tomas: **Tidelog 1.16.1**\n\n- Fixed: an alert that waits forgot what it was waiting for after a restart\n\nPlease update if you use `for:`.',
        'diego: Is it normal that I find this exciting',
        'bastien: Completely',
      ],
    ],
    [
      14,
      [
        'tomas: **Tidelog 1.17.0**\n\n- New start page, six steps in place of fourteen\n- ARM64 images are built on ARM64\n- Readings that arrive late find their place\n\nhttps://tidelog.example.org/releases/1.17.0',
        'minh: “Readings that arrive late find their place” is a poem',
        "hana: It's a changelog. It can be both.",
      ],
    ],
    [
      18,
      [
        "tomas: **Tidelog 1.17.1**, security: a link to a private graph could be guessed after 2⁴⁰ tries. Now it's 2¹²⁸. Nobody has guessed one as far as the logs go back. Reported responsibly by a reader in Lisbon, thank you!",
        'priya: Obrigada, reader in Lisbon',
        "mateus: It wasn't me but I'm proud anyway",
      ],
    ],
    [
      26,
      [
        'tomas: **Tidelog 2.0 beta 1** 🎈\n\n- Reader in Rust: one binary\n- Raw readings are kept for ever\n- Gauge 3 of Olu was right all along\n\nFor brave people with backups: https://tidelog.example.org/beta',
        "olu: I'VE GOT IT IN WRITING",
        'diego: Runs on the robot',
        'sam: Runs on the toilet float!',
        'bastien: This is the most beautiful test matrix',
      ],
    ],
    [
      30,
      [
        'tomas: **Tidelog 2.0 beta 2**\n\n- Import of 1.x databases: 10 million rows in 51 s\n- The map speaks to screen readers\n- Fixed: eleven things that brave people found. You know who you are.',
        'kenji: I found one of the eleven',
        'tomas: You found three, Kenji',
      ],
    ],
    [
      35,
      [
        'tomas: **Tidelog 2.0 beta 3**\n\n- Sensors describe themselves\n- 22 MB of memory when idle\n- “thing” is called “source” now, old files are read for ever',
        'hana: Docs for all of it are up, with pictures: https://tidelog.example.org/docs/2.0',
        'priya: Only one left, then?',
        'tomas: Only one left',
      ],
    ],
    [
      41,
      [
        'tomas: **Tidelog 2.0 release candidate.** If nobody finds anything until Friday, this is it.',
        'minh: Testing on the boat',
        'greta: Testing in the cellar',
        'olu: Testing in the rain, where else',
      ],
    ],
  ],
  talk: [
    [
      'a: Upgraded from [1.14|1.15|1.9, yes, one point nine], [two|five|nineteen] minutes, no [trouble|tears]',
      "b: [That's what we like to hear|Thank you for saying so, people mostly write when it burns|NINETEEN? How many rows?]",
      "a: [🙂|It's a quiet joy|Forty million. It has been a long time.]",
    ],
    [
      'a: Package news: [the Homebrew formula|the AUR package|the Nix flake] is at [1.16.1|1.17.0|1.17.1]',
      "b: You're faster than [us|the mirror|light]",
    ],
    [
      'a: Could the notes say which [settings changed|migrations run]? I [look after nine instances|update on a Friday, sorry].',
      "hana: [Good idea. From the next one there's a section “You may have to do something”.|They will. On a Friday you should know.]",
      "a: [Perfect. And if there's nothing to do?|Thank you, my Fridays thank you]",
      'hana: [Then it says “Nothing”, in bold|🙂]',
    ],
    [
      'a: Downgrading from the beta, is it possible? [Asking calmly.|I want to sleep tonight.]',
      'b: [From the backup that it made by itself before: `tidelog restore --before 2.0`|Yes, it keeps the old file for 30 days]',
      'a: [It made one by itself?|Thirty!]',
      'b: [We know people|We sleep too]',
      "a: [And back. Nothing lost. Impressive.|Then I'll stay and be brave]",
    ],
    [
      'a: How often is the [data format|API] going to change after 2.0?',
      "bastien: [Never without reading the old one. That's a promise with a test.|/v1 stays as long as somebody calls it. We can see if somebody does.]",
      'c: [I like promises with tests|I do, from a lighthouse]',
      "bastien: [They're the only ones I make|Then it stays]",
    ],
    [
      "a: Who draws the little [pictures|waves] at the top of the notes? They're [lovely|getting bolder].",
      "hana: [Mateus, and he pretends that it's a script|It's the real tide at Pier 3 on that day!]",
      'mateus: [It IS a script. It has very good taste.|So a bold release only means that the moon was near]',
    ],
  ],
  latest: {
    minutesAgo: 240,
    dialogue: [
      'greta: Cellar report on the candidate: 26 hours, 1,560 readings for each sensor, none missing, none double',
      'minh: Boat report: lost the network four times, sent everything later, in order',
      'olu: Rain report: it rained',
      'hana: And?',
      "olu: Gauge 3 agrees with the others. I've nothing left to complain about. It's a strange feeling.",
    ],
  },
};
