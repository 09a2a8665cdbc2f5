import type { Script } from '../../script/script.js';
import { bookingTalk } from './bench-talk.js';

export const toolBookings: Script = {
  regulars: ['greta', 'kwame', 'zeynep', 'lev', 'ingrid', 'amelie', 'kenji', 'diego', 'katya', 'sam', 'minh', 'yousef'],
  story: [
    [
      0,
      [
        "greta: How this works:\n\n1. Say which machine, which day, from when to when\n2. Somebody with training says yes\n3. If you can't come, say so. Others are waiting.\n\nThe laser has a filter that costs more than my car, so no PVC. Ever.",
        'kwame: What is your car worth',
        'greta: Enough to make a point',
      ],
    ],
    [
      10,
      [
        "greta: New: the planer has been serviced. It takes 0.1 mm off now when you ask for 0.1 mm. Please don't feed it nails again.",
        'lev: Again?',
        'greta: I keep the nail on my desk. It has a name.',
      ],
    ],
    [
      24,
      [
        'greta: Kiln is back from repair. First firing on the 2nd, biscuit, 980 °C, shelf space for about thirty cups.',
        'ingrid: Six small bowls from me',
        'katya: Plant labels, forty, but flat',
        "amelie: Two ink wells. They don't need to be round, they are not.",
        'greta: That is a shelf. Thank you. No glaze on the feet, I look at every foot.',
      ],
    ],
    [
      37,
      [
        'greta: For the open day nobody books anything on Saturday, please. All machines off except where somebody stands beside them.',
        'zeynep: The laser too?',
        'greta: The laser cuts name tags from eleven to one, and you stand beside it',
        'zeynep: An honour',
      ],
    ],
  ],
  talk: [
    ...bookingTalk,
    [
      'a: [Laser|Laser|Big laser], {day+2}, [18 to 20|ten to noon|after lunch]? [Coasters from 4 mm cork.|Stencils, card.|A very small theatre.]',
      'greta: [Yes. Cork burns, stay beside it.|Yes. Slow speed, low power.|How small?]',
      'a: [Will do, water spray at hand|Thanks!|1:50, plywood 3 mm]',
    ],
    [
      'a: [Planer|Thicknesser|Planer] on {day+1} [evening|from four|morning], about [an hour|ninety minutes|twenty minutes]',
      "kwame: [Free, it's yours|I'm on it until half past, then free|Free. Nails out please 😇]",
      'a: [👍|Half past is fine|No nails, I checked with a magnet twice]',
    ],
    [
      'a: I need to cancel [the lathe|the kiln|the sewing machine] for {day+1}, [child is ill|train strike|the clay cracked]. Free for anyone who wants it.',
      "b: [Get well soon to the little one! I'll take it.|I'll take it, thanks|Oh no, all of it?]",
      "a: [Thank you! It's only spots|All yours|The ear of the cat. It's a bowl now, without a cat.]",
    ],
    [
      'a: Is the [lathe|drill press|screen printing table] [taken|free] on {day+3}?',
      "b: [By me until six, after that it's free|Free all day as far as I see|Amélie has it in the morning]",
      'a: [After six then|Taking two to four|Afternoon for me please]',
      'b: [Noted|Noted|Written on the board]',
    ],
    [
      "a: Could someone [train me on|show me] the [band saw|sewing machine, the big one|vinyl cutter]? I've [read the sheet|watched the video|touched nothing].",
      "b: [Yes, {day+2} at six, bring a board to cut|Me, half an hour, you'll love it|Good start. Thursday?]",
      'a: [Great, thank you!|I already love it|Thursday!]',
      "b: [Sleeves up, hair tied, no gloves on the saw|Bring fabric that you won't miss|Bring a drawing as SVG]",
    ],
    [
      "a: I'm running [ten|twenty|fifteen] minutes late for my slot, please don't give it away",
      "b: [It's warm and waiting|No hurry, I'm still cleaning|You'll find me asleep on it]",
    ],
    [
      'a: 3D printer, overnight, [9 h|11 h|7 h], [a gear for the seed drill|knobs for an oven from 1980|a chess king for Dariush]?',
      'b: [Yes, but watch the first layer before you go|Fine, grey filament is in|Who could say no to a king]',
      'a: [First layer is perfect|Grey is perfect for 1980|Long live the king]',
      "a: Good morning: [it worked!|it's spaghetti. All of it. Trying again tonight.|he has no crown, but he stands]",
      'b: [🎉|🍝|A republic then]',
    ],
    [
      'a: Who had the [spindle sander|laser] [last|before me]? [The belt is torn.|The lens is dirty again.|The bed is full of crumbs.]',
      'b: [Was fine at nine|Me, and I cleaned it, I thought|Not me, I swear on my callipers]',
      'a: [Changed, please look at it after use|Cleaned. A cotton bud, two drops, no pressure.|Crumbs are gone]',
    ],
    [
      "a: Double booking alert: {day+2} at five there's me and {b} on the [router table|knitting machine]",
      'b: [You go first, I only need it for one edge|Mine can wait until Sunday]',
      "a: [That's kind. I'll leave the fence set to 12.|You're a gem, I'll leave you the good yarn guide]",
    ],
    [
      'a: [Reminder to self and all|For whoever is next]: the compressor must be [drained|switched off at the wall]',
      'b: [I drained it, about a cup came out|Done just now, it was singing]',
      'a: Bless you',
    ],
  ],
  latest: {
    minutesAgo: 320,
    dialogue: [
      'katya: Laser on {day+1} from five to six? Labels for seed jars, 3 mm plywood, 60 of them.',
      'greta: Yes. Do ten first and look at the edges.',
      'katya: And may I use the offcuts from the name tags?',
      'greta: The word “offcut” is my favourite word. Yes.',
    ],
  },
};
