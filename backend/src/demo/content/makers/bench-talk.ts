import type { Dialogue } from '../../script/script.js';

export const woodworkTalk: readonly Dialogue[] = [
  [
    'a: [Which glue for cold rooms?|How long do I clamp hide glue?|Is it a sin to use screws?]',
    "b: [Hide glue won't like it. PVA down to 10 degrees, below that wait for May.|Overnight. An hour if you're young.|Not if you hide them and confess]",
    "a: [It's 8 in there|I am not|They're brass, if that helps]",
    'b: [Then warm the wood first, by the radiator, half an hour|Overnight, then|Brass is nearly a virtue]',
  ],
  [
    'a: [Shop drawing|Sketch|Photo] of the [stool|tool box|cradle]: https://files.example.org/drawings/[stool|toolbox|cradle]. [Too thin?|Too heavy?|Too much?]',
    "b: [The stretchers, yes. 22, not 18.|Empty it's heavy, full it's a gym|There's no too much for a cradle]",
    'c: [And turn the grain of the seat|Half-inch sides would do|Round off everything, then round it off again]',
    "a: [Changed both|Half-inch it is|I'm at 240 grit and still going]",
  ],
  [
    'a: [Sharpening stones: oil or water?|What angle do you sharpen at?]',
    "kenji: [Water, and a towel, and time|Thirty for hard wood, twenty-five for soft. For Aoife's paint tins, no angle is right.]",
    'a: [How much time?|😄]',
    'kenji: [Until you can see your mistake in it|I have forgiven her. I have not forgotten.]',
  ],
  [
    'a: Is somebody able to [plane a board of 45 cm|resaw this in the big band saw|turn 12 knobs] for me? [I pay in jam.|I pay in firewood.|I pay in compliments.]',
    'b: [What kind of jam?|Dry firewood?|How good are the compliments]',
    'a: [Quince|Two years old|“Nobody rounds an edge like you”]',
    "b: [Tomorrow at seven|Bring it by|I've already started]",
  ],
  [
    "a: [My drawer sticks in wet weather.|My door won't close since it rains.]",
    "b: [Mark where it's shiny, one shaving there, wait for a dry day before the second|Don't plane it now, it'll be loose in summer]",
    "c: [And candle wax|It's breathing. Let it.]",
    "a: [One shaving and it runs|I'll hang a curtain until June]",
  ],
];

export const electronicsTalk: readonly Dialogue[] = [
  [
    'a: [Is this chip upside down?|Which end of the diode is which?|Why is there smoke?] https://photos.example.org/bench/[chip|diode|smoke]',
    'b: [The dot goes to pin 1, so… yes|The stripe is the minus side|Switch it off!!]',
    "a: [It got very warm and very quiet|Then it's the right way round and the bug is me|Off. It was a resistor, it's a line now.]",
    "b: [It's resting for ever|It's nearly always us|We've all drawn that line]",
  ],
  [
    'a: What would you use to [measure how full a rain barrel is|count visitors at a door|switch a lamp from bed]?',
    'b: [A float and a reed switch, nothing to break|Two light barriers, then you know the direction too|A long string]',
    'c: [Or weigh it|And subtract the dog|Honestly, the string]',
    "a: [Float it is|There's always a dog|I expected more from this channel]",
    'b: [👍|🐕|A long conductive string]',
  ],
  [
    "a: Somebody wrote “[DO NOT TOUCH, THINKING|it's fine]” on the [green board|black box] by the window. Is it [thinking|fine]?",
    'diego: [Since Tuesday|Define fine]',
    'a: [About what?|Is it meant to be warm]',
    "diego: [Chess. It's losing to itself.|Warm is how it says hello]",
  ],
  [
    'a: [Battery question|Charging question]: [can I mix old and new cells|is it ok to leave lithium on the charger overnight]?',
    'yousef: [No. The new ones feed the old ones and everybody gets hot.|On a good charger, in a place where nothing burns. Not under the bed.]',
    'a: [Understood, new ones only|Moved it from under the bed]',
    'yousef: [👍|I was joking! …It WAS under the bed?]',
  ],
];

export const gardenTalk: readonly Dialogue[] = [
  [
    'a: [First crocus!|First ripe tomato!|The fig has a fig!] https://photos.example.org/garden/[crocus|tomato|fig]',
    'b: [In this weather? What an optimist|Did you eat it or look at it|One?]',
    'a: [I told it so|I looked at it and then somebody small ate it|One. It has my full attention.]',
    'c: 🥹',
  ],
  [
    'a: [Does anyone want to share a delivery of manure?|Who orders seed potatoes with me?|Bark mulch, half a cubic metre each?]',
    "b: [A sentence I've waited for|Two kilos, early ones|Yes, for the path]",
    "c: [Me too, three bags|One kilo of whatever's purple|Yes if somebody has a shovel]",
    "a: [It comes on {day+3}, you'll know when|Ordered|Greta has four shovels, one with a name]",
  ],
  [
    'a: I forgot to [close the cold frame|turn off the drip hose], [is anybody near|help]?',
    "b: [Two minutes away, going|Just walked past, it's off]",
    "a: [Thank you thank you|You've saved the courgettes from swimming]",
    "b: [Shut. There was a blackbird in it, he's out, he's cross.|They had their towels out already]",
  ],
  [
    "a: What's the name of the [blue one by the steps|tall thing that falls over|weed with the pretty leaves]?",
    'katya: [Borage. Огуречная трава. You can eat the flowers.|Verbena. Tie it loosely, it likes to dance.|Ground elder. Be afraid.]',
    'a: [They taste of cucumber!|Now it dances|How afraid]',
    "katya: [That's its Russian name 🙂|💜|Move house]",
  ],
];

export const bookingTalk: readonly Dialogue[] = [
  [
    'a: [Sewing machine|Heat press|Lathe|Big table], {day+1}, [five to six|after seven|eleven to one|all afternoon]? [Curtains.|Team shirts, nine.|Candlesticks.|Gluing a map.]',
    'greta: [Yes|Yes, mind the timer|Yes|Free, but cover it]',
    'a: [Thanks!|🙏|Great|Will do, two sheets]',
  ],
  [
    "a: [Done early|All finished|I'm out] at the [laser|planer|router|kiln], free from [now|four|half past two|tomorrow] on",
    "b: [Taking it!|Oh nice, me then|I'll be quick|I'll load it in the morning]",
  ],
  [
    "a: Who's next at the [printer|press|saw|lathe]? [It's still warm.|There's paper left in it.|Blade is new!|I left the small chuck on.]",
    'b: [Me, thanks|Me, leave it in|Me, lucky me|Me, small is right]',
  ],
];
