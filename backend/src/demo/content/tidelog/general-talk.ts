import type { Dialogue } from '../../script/script.js';

export const generalTalk: readonly Dialogue[] = [
  [
    'a: [Low tide in the harbour, lowest this year.|High water tonight at 22:40, the biggest since spring.|Fog bank coming in, one can see it on the humidity.] https://tidelog.example.org/live/[pier-3|quay-1|mole]',
    "b: [There's a bicycle down there!|Moving the car|It looks like a staircase]",
    "c: [Two. And a shopping trolley.|Moving my mother's car|Somebody is walking up it]",
    "a: [The harbour's museum|2.91 at the moment, still rising|That's my favourite kind of graph]",
  ],
  [
    "a: [Stickers have come!|The mugs are here.|T-shirts: last call for sizes.] [Waves on transparent, they're so good.|The handle has the tide table of 2026 on it, tiny.|There's one for dogs.]",
    'b: [I need nine. For reasons.|Is it right, the table?|Which sizes do dogs have]',
    "c: [Can one get one by post?|Right for Pier 3. Everywhere else it's decoration.|S, M, and “Labrador”]",
    "a: [Write me an address, I've got stamps|😄|One Labrador, noted]",
  ],
  [
    "a: Who's coming to [the hack weekend|the meetup in Lisbon|the harbour walk] on {day+5}?",
    "b: [Me, with three sensors and a sleeping bag|I'd love to, it's just so far|Rain or shine?]",
    "c: [Me, by night train|We'll stream the talks|There's only rain, we want to measure it]",
    "a: [Beds for eight, floor for the rest|Stream's at https://live.example.org|Bring a gauge]",
  ],
  [
    "a: [Anyone else's sensors going mad?|Is the time server down?|Something's odd with pressure, all my stations jump at once.]",
    'b: [Mine too! Since 14:10.|Works here|By how much?]',
    "olu: [It's the thunderstorm. They're not mad, they're right.|One of four is, the pool will sort itself out|2 hPa, all over Europe, at the same minute. It's a pressure wave! LOOK at it!]",
    "a: [I've never been so happy to be wrong|Back again, thanks|That's… beautiful]",
  ],
  [
    "a: What's on your desk right now? [Mine: solder, a pear, two rulers of different length.|Three words.]",
    'b: [Rulers of different length is how it begins|Cables, cables, regret]',
    'c: [A cat on a keyboardddddd|Tea, cold, again]',
    "d: [Nothing. I've tidied. I can't find anything.|Sun, finally, dust]",
  ],
  [
    'a: Read this on the train: “[How the tide tables were computed with brass wheels|A history of the rain gauge, from Korea in 1441]”, https://reading.example.org/[brass|gauge]',
    'b: [A computer made of pulleys ❤️|1441!]',
    'hana: [I want one for the office|측우기! Every schoolchild in Korea knows it.]',
    'c: [It weighs a ton and a half|Does it still work?]',
    'hana: [I want one for the cellar of the office|Everything that is a straight cylinder still works]',
  ],
  [
    "a: [Coffee's empty at the office and it's only ten.|Deadline's moved, by a week, to yesterday.] [Send help.|How's your day?]",
    "b: [Tea exists|Mine's better, thank you]",
    "c: [Don't say that to a person in need|Mine's Friday in my heart]",
    "a: [I've found decaf. I've put it back.|Friday. I remember it.]",
  ],
  [
    "a: I've [taught my parrot to say “checksum”|named the new server after my aunt|found our logo in a film, on a laptop, in the background]",
    'b: [Does it verify|Is she reliable|WHICH]',
    'a: [Only after a nut|99.98 %|The one with the lighthouse keeper, minute 41]',
    "c: [Proof of nut|My aunt's at three nines, one of them a Sunday|Watching it tonight]",
  ],
  [
    "a: [Language corner|Question to all of you]: how do people say [“it's raining cats and dogs”|“a drop in the ocean”] where you're from?",
    'mateus: [“Chove a cântaros.” It rains jugs.|“Uma gota no oceano”, the same!]',
    "b: [Frogs, at my grandmother's|In mine it's a hair from a bull, I think]",
    'tomas: [“Padají trakaře.” Wheelbarrows fall.|“Kapka v moři.” A drop in the sea. Ours is smaller.]',
    "olu: [I can measure jugs. Wheelbarrows I'd have to calibrate.|It's always water, in the end]",
  ],
  [
    'a: Congratulations to {b}, [two years|100 merged pull requests|a thousand readings a minute] [with us|today|since midnight]!',
    'b: [Two years!! It was only to be a typo.|Half of them were typos of the other half|I only plugged it in]',
    'c: 🎉🎉',
    "d: [It's always only a typo|That's still fifty|That's how all of this began]",
  ],
];
