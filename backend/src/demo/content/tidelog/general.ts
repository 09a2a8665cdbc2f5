import type { Script } from '../../script/script.js';
import { generalTalk } from './general-talk.js';

export const general: Script = {
  regulars: ['tomas', 'priya', 'mateus', 'minh', 'bastien', 'olu', 'hana', 'diego', 'kwame', 'greta', 'kenji', 'sam'],
  story: [
    [
      0,
      [
        'tomas: Tidelog reads sensors that nobody looks at and keeps what they say. Tide gauges, rain gauges, well levels, a fridge. Docs: https://tidelog.example.org/docs · code: https://code.example.org/tidelog',
        "tomas: #help for when it doesn't work, #development for when you want to change that",
        'olu: And here for pictures of rain gauges',
        'tomas: Of rain gauges, yes',
      ],
    ],
    [
      6,
      [
        "olu: 38 mm in one hour. All four gauges agree to within 2 %. I'm so happy and so wet.",
        'priya: Graph please',
        'olu: https://olu.example.org/rain/hour',
        "mateus: That's the most beautiful ugly afternoon I've ever seen",
      ],
    ],
    [
      11,
      [
        "sam: Hi! I come from the makers' server. I've got a Raspberry Pi, a float from a toilet and a dream.",
        "tomas: That's exactly how it started here, in that order",
        'greta: Is the float clean',
        'sam: It is now',
      ],
    ],
    [
      20,
      [
        "hana: The getting-started page had 14 steps. I've followed it with a stopwatch and a colleague who doesn't code. It has 6 now.",
        'tomas: Which eight were unnecessary??',
        'hana: Four were the same one. Three were for a computer nobody has. One just said “finally”.',
        'bastien: I wrote “finally”. I was tired.',
        'mateus: Time to first reading?',
        'hana: 41 minutes before, 9 now',
        'priya: 👏👏👏',
      ],
    ],
    [
      31,
      [
        'kwame: My class has put up eleven stations on the school roof. One measures the temperature of a sandwich.',
        'tomas: WELCOME',
        'kwame: They ask what the project earns',
        'tomas: Respect, and once a cheese',
        'diego: I want to see the sandwich curve',
        "kwame: There's a clear event at 12:15",
      ],
    ],
    [
      36,
      [
        "tomas: The harbour office writes that they've used our data for the flood report. We're in a footnote. Number 7.",
        'priya: A FOOTNOTE',
        'bastien: My mother will want to know the page',
        'tomas: 31',
        "hana: I'll put it on the site, in a dignified way",
        'mateus: With confetti',
        'hana: With dignified confetti',
      ],
    ],
  ],
  talk: [
    ...generalTalk,
    [
      "a: Good morning from [a train|the ferry|a very slow queue]. What's everybody up to today?",
      "b: [Reviews, then reviews of reviews|Flaky test. It's personal now.|Writing the thing I said I'd write last week]",
      "c: [Finding out why my station thinks it's on Mars|Trying to buy a cable that exists only in pictures|Coffee first]",
      'a: [What does it say about Mars?|Which one?|Wise]',
      "c: [−63 °C. It's either Mars or the sign bit.|RJ12 to hope|☕]",
    ],
    [
      'a: Community call on {day+2} at 17:00 UTC. Agenda so far:\n\n- [retention of raw data|calibration curves]\n- [who looks after the Docker image|translations: who, how]\n- [stickers|naming things]',
      "b: I'd add [the new map|mobile layout], ten minutes",
      "c: Can't come, [I've got parents' evening|on a boat], but I'll read the notes",
      'a: Added. Notes go to https://tidelog.example.org/calls',
    ],
    [
      'a: Look what [came by post|I found at the flea market]: [a barograph from 1931, working|a tipping bucket, never used]',
      'b: [With paper??|Where! How much!]',
      "a: [A whole drum of it, and somebody's last week in it, in violet ink|Eight. The seller thought it's a bird feeder.]",
      "olu: [I need to lie down|I'm driving there]",
    ],
    [
      'a: How do you explain what you do here to [your family|people at parties]?',
      'b: [“You know puddles?”|I say computers and change the subject]',
      'c: [I show the tide at our pier on my phone, everyone watches it, nobody asks further|“We remember weather for people”]',
      "d: [I'll steal that|That's on the T-shirt now]",
    ],
    [
      'a: Talk proposal for [the spring conference|the local meetup]: “[Forty years of water level in one file|What a duck taught us about outliers]”. Too much?',
      'b: [Not enough. Say how big the file is.|Is the duck true?]',
      "a: [190 MB. That's the joke.|It sat on the gauge for three weeks. 14 cm, exactly.]",
      "c: [I'd come for that|I'd come and bring my own duck]",
    ],
    [
      "a: [Thanks to everybody who answered my questions this week|I've just given my first review here, thank you for being so kind about it]. I've been in projects where [nobody says hello|one is afraid of the button].",
      "tomas: [That's the nicest thing to read on a Monday, even if it isn't Monday|The button is only a button. You did well.]",
      'b: [Hello!|It was a good review, you found the off-by-one]',
    ],
    [
      'a: Is there a [Mastodon|mailing list|calendar] for the project?',
      'b: [Yes, @tidelog on social.example.org|A small one, about two mails a month|https://tidelog.example.org/calendar.ics]',
      'a: [Following!|Perfect size|Added, thank you]',
    ],
    [
      "a: What's your oldest [uptime|bug]?",
      "b: [My gauge in the well: 2,214 days. I'm afraid to look at it.|Issue #12. It's a philosophical one.]",
      "c: [Don't look at it|Is it the one about what “today” means]",
      'b: [I only look at its shadow|In which time zone, and for whom, yes]',
    ],
    [
      'a: The [heat|storm|fog] here is [unreasonable|something]. [My sensor says 44 in the shade.|Two gauges down, one upside down, still reporting.|Visibility: my own hand, mostly.]',
      'b: [Is it real shade?|Upside down how does it report|Is the hand calibrated]',
      "a: [The shade of a black bin. Fair point.|Negative rain. It's giving it back.|Last spring]",
      "olu: [Move it 1.5 m up, over grass, and you'll sleep better|I have to write this one down|😂]",
    ],
    [
      'a: [Deploying the new site tonight|Switching the demo server over at nine], shout if something looks [wrong|odd]',
      "b: [The logo is upside down on my phone|Map's grey here]",
      'a: [Which phone? …found it, it was a flag for a prank in April|Cache. Now?]',
      "b: [Please keep the flag|Now it's blue and full of dots. Lovely.]",
    ],
    [
      "a: I'll be away for [two weeks|ten days], {b} has [the keys|my rights] in the meantime. [No laptop!|Only paper!]",
      "b: Enjoy it! [We'll only break small things.|Bring back a water level.]",
      'a: [Small ones are allowed|From the bathtub of the hotel if need be]',
    ],
    [
      "shirin: I've translated the start page [into Persian|further, now the errors too]. One question: “[sensor drift|stale reading]”, is there a picture for that?",
      "a: [It's when a clock is a little more wrong each day|Like bread: it was right when it was baked]",
      "shirin: [Lovely, then it's «رانش», like a boat|Then I know the word: «بیات». For bread and for data.]",
      "hana: [Could we use the clock in English too?|I'm putting the bread into the English docs]",
    ],
  ],
  latest: {
    minutesAgo: 18,
    dialogue: [
      'priya: 1,000,000,000 rows. The public instance passed it twenty minutes ago.',
      'bastien: Which reading was it??',
      'priya: Station 88, water temperature, 7.4 °C',
      "kwame: Station 88 is ours! That's the sandwich!",
      'mateus: 7.4 is a very cold sandwich',
      "kwame: It's in the fridge over the weekend",
      'olu: The billionth measurement of this project is a sandwich in a fridge',
      "hana: I'm writing the announcement and I will not hide the sandwich",
    ],
  },
};
