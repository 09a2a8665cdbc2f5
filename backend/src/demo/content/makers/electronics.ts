import type { Script } from '../../script/script.js';
import { electronicsTalk } from './bench-talk.js';

export const electronics: Script = {
  regulars: ['diego', 'yousef', 'kwame', 'minh', 'kenji', 'greta', 'sam', 'tomas', 'zeynep'],
  story: [
    [
      2,
      [
        'diego: New project for the open day: a robot that waters the plants and apologises when it is late',
        'kwame: Why apologise',
        'diego: Because it will be late',
        'yousef: Which pump?',
        'diego: 12 V, 2 A peak, from a coffee machine',
        'yousef: Then put a diode across it or it will apologise with smoke',
      ],
    ],
    [
      8,
      [
        'minh: Diego, I looked at your motor driver. The ground of the logic and the ground of the motor meet at the far end of the board.',
        'diego: Is that bad?',
        "minh: The controller sees 1.2 V of noise each time the pump starts. It restarts. That's why it forgets the plants.",
        'diego: I thought it was shy',
        'minh: Cut here, wire there: https://files.example.org/minh/ground-fix.png',
        'diego: 😳 it works. First try. Who ARE you?',
      ],
    ],
    [
      16,
      [
        'diego: It can speak now. It says “I am sorry” in the voice of my grandmother.',
        'kwame: That is either lovely or very frightening',
        'diego: She recorded it herself and added “but you could also water them yourself”',
        'yousef: 😂 I like your grandmother',
      ],
    ],
    [
      29,
      [
        'diego: Endurance test: eleven days, five plants, no flood, one near miss with the cat',
        'greta: Define near miss',
        'diego: The cat sat in the pot. The robot decided that the cat was dry.',
        "greta: It isn't wrong",
      ],
    ],
  ],
  talk: [
    ...electronicsTalk,
    [
      'a: Help, my [LED strip|ESP board|amplifier] works for [ten seconds|exactly a minute|half a song] and then [goes pink|restarts|sulks]',
      'b: Power supply? How many amps?',
      'a: [2 A for 150 LEDs|It says 500 mA|The one that came with my router]',
      'b: [150 times 60 mA is 9 A 🙂 feed it from both ends and buy a bigger one|Wi-Fi wants 400 for a moment, add 470 µF right at the pins|That one sags at 0.7 A, I measured ours]',
      "a: [That explains the pink|The capacitor did it! Thank you|It's the router's fault, as always]",
    ],
    [
      'a: Which [soldering iron|multimeter] would you [get for home|recommend for a teenager]?',
      'b: [Anything with temperature control and tips you can still buy in five years|A cheap one with a fuse that you can replace. They will need the fuse.]',
      "c: [Come and try the three we have first|I learned on one without a back cover, don't do that]",
      'a: [Good idea, Thursday|Ordered, with ten fuses]',
    ],
    [
      'a: This blinks twice as fast as it should, what am I not seeing?\n\n```cpp\nvoid loop() {\n  digitalWrite(LED, !digitalRead(LED));\n  delay(500);\n}\n```',
      'b: On for 500, off for 500, so one blink a second. What did you expect?',
      'a*: One every two seconds. Oh. OH. [A blink has two halves.|I forgot that off is also time.]',
      'b: [Like breathing|Philosophers have written less about it]',
    ],
    [
      'a: Rescued a [radio from 1962|record player|tape deck] from the [skip|pavement]. It [hums|turns but makes no sound|eats tapes].',
      "b: [Capacitors. All of them. Don't plug it in before you change the one at the mains!|Needle or cable. Try another needle first.|The belt has turned into tar, clean it off with alcohol]",
      'a: [Too late, I plugged it in. It hummed at me for a while and then smelled of pencil.|Needle was in the case, in a paper bag, with a note “good one”!|So THAT is what is on my fingers]',
      "c: [That's the selenium rectifier. Open a window!!|I love whoever wrote this note|And on the door handle]",
      "a: [Windows are open. Lesson learned.|Playing it right now, it's marching music, I'm very happy|And on the kettle, sorry]",
    ],
    [
      "a: What's the [best way to learn PCB layout|point of an oscilloscope if I only do Arduino]?",
      'b: [Copy a small board that works, then change one thing|You see what you otherwise guess]',
      "c: [And print it on paper 1:1 and put the parts on it. Saves a week each time.|I found a bug with it in five minutes that I'd had for five months]",
      "a: [On paper! That's clever.|Sold. Who shows me?]",
      "b: [Clever or burnt, it's the same thing ten years later|Me, Thursday at seven]",
    ],
    [
      'a: Parts order goes out on {day+2}, write here what you need',
      'b: [10 × 2N7002, 5 × AMS1117-3.3|A reel of 0.7 mm solder, leaded if allowed]',
      'c: [Three rotary encoders, the ones with the click|JST plugs, the small white ones, two-pin, 20 of them]',
      "d: [A single 4.7 µF, 50 V. One. Please.|Heat shrink in all colours, I'm tired of black]",
      "a: [I'll order ten and you'll be rich|Done, total in the sheet: https://files.example.org/harbour/order]",
    ],
    [
      'a: My [bike light|doorbell|thermometer] draws [4 mA|11 mA] when asleep. Battery lasts [a month|nine days]. How do I find out who is awake?',
      'b: [Lift parts one after another and watch the meter|Thermal camera! I have one, bring it]',
      "c: [It's the voltage regulator. It's always the voltage regulator.|I'll say it before you measure: the voltage regulator.]",
      'a: [It was the voltage regulator|It was the voltage regulator, and one LED under the tape]',
      'c: ☕ please',
    ],
    [
      "yousef: [Safety note|A friendly note], because I saw it today: [an extension lead in an extension lead in an extension lead is not a longer lead, it's a heater|a fuse wrapped in foil is not a fuse]",
      'a: [That was one lead longer than I remember|Who does that??]',
      "yousef: [I took one away. The other two I did not see.|I don't want to know. I changed it, spare ones are in the blue drawer.]",
      'b: Thank you Yousef, really',
    ],
    [
      'a: Does this [resistor|coil] value look right for [a 2 V red LED at 12 V|an 8 MHz filter]? I get [500 ohms|4.7 µH].',
      'b: [(12 − 2) / 0.02 = 500, next standard value is 510. Well done.|Depends on the capacitor, which one did you take?]',
      'a: [I did maths. In public.|82 pF]',
      "b: [We're proud|1 / (2π√(LC)) gives 8.1 MHz, close enough]",
    ],
    [
      'a: The [label printer|3D printer|laminator] is [printing mirrored|knocking|eating its own tail], who wants a [puzzle|little challenge]?',
      'b: Have you tried [turning it around|tightening the belt on the left|a different roll]',
      'a: [Ha ha|It has a belt on the left?|It was the roll! Somebody put the wide one in]',
      "b: [There's a setting, second page, “transfer”|It used to|Somebody = me, sorry]",
      'c: You two should have a show',
    ],
    [
      'a: [73|Radio news]: I reached [Iceland|the Azores] last night with [5 watts|a wire in the pear tree]!',
      'b: What did you talk about?',
      'a: The weather. [It was raining there too.|Theirs is better.]',
      'c: A thousand kilometres for that',
      'a: That is exactly the point',
    ],
    [
      'a: Can I run [two stepper motors|a servo and a relay] from one [USB power bank|lab supply]?',
      'b: [Yes, but it will switch itself off when they stand still, it thinks nobody is there|Yes, put the motor on its own pair of wires, all the way back]',
      'a: [How do I tell it that somebody is there?|All the way back?]',
      'b: [A 100 mA pulse every 20 s. Or an honest power supply.|To the posts of the supply. A star, not a chain.]',
      'a: [Honest power supply it is|A star, I like that]',
    ],
    [
      'a: What does everyone use to [document|store] [small builds|wires]?',
      'b: [One page, one photo, one drawing, in the box with the thing|Toilet rolls in a shoe box]',
      'c: [A text file next to the code. It begins with “Dear future me”.|One big knot]',
      "d: [Memory (it isn't working)|Same as above, but I call it a nest]",
    ],
  ],
  latest: {
    minutesAgo: 75,
    dialogue: [
      "sam: I soldered my first kit yesterday! It's a dice. It only rolls sixes.",
      'diego: That is a feature, people pay for that',
      'yousef: Look at the joint under the button, is it shiny or grey?',
      'sam: Grey and a bit like a ball',
      'yousef: Cold joint. Heat the pad, not the wire, count to two, then the solder.',
      'sam: Now it rolls sixes and fours!',
      'kwame: Progress is a spectrum',
    ],
  },
};
