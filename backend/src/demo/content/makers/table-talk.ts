import type { Dialogue } from '../../script/script.js';

export const languageTalk: readonly Dialogue[] = [
  [
    'a: What noise does a [dog|train|sneeze] make in your language?',
    'katya: [Гав-гав!|Чух-чух, ту-ту!|Апчхи!]',
    'shirin: [هاپ هاپ|هوهو چی‌چی|عطسه؟ «هاپچه!»]',
    'kenji: [ワンワン|ガタンゴトン|ハクション！]',
    'amelie: [Ouaf ouaf !|Tchou tchou !|Atchoum !]',
    'a: [The same dog, four passports|Gatan goton is exactly what it does|Bless you, all of you]',
  ],
  [
    "a: How do you count to [three|ten] on your fingers? [I've started a fight at home.|I begin with the thumb and people stare.]",
    'ingrid: [Index, middle, ring|Thumb first, like a normal person]',
    'kenji: [We fold them in|Folding, thumb first, and back out for six]',
    "layla: [Little finger first, folding, at my grandmother's|With the joints: three on each finger, twelve on a hand!]",
    "a: [It's going to be a long dinner|TWELVE on one hand. That's better than all of ours.]",
  ],
  [
    'a: False friends, please! Mine: [“gift” in German|“embarazada” in Spanish|«магазин»]',
    "greta: [It's poison. Christmas was confusing for my English cousins.|“Bald” means soon. It's true as well.|“Rat” is advice. I give a lot of Rat.]",
    "diego: [In English “exit” isn't success either|I once said that I was pregnant at a job interview|“Ropa” isn't rope]",
    "lev: [«Магазин» is a shop, no articles in it|И как, взяли?|«Магазин», you can't read it, only shop in it]",
    'a: [😂 this table|😂 and did they take you?|Taking notes]',
  ],
  [
    'a: I dreamt in [French|Arabic|Russian] last night! [I was ordering bread and got a bicycle.|I understood everything and could say nothing.|I was rude and very fluent.]',
    "b: [That's step four. Step five is the right bread.|That's how my first year was|They say that's when it begins]",
    'c: [What colour was it|Write down the words before they go|What did you say??]',
    "a: [Bleu, comme toujours|There was only one left: “maybe”|I can't write it here, Layla reads this]",
  ],
  [
    "a: Could somebody check my [postcard|sign for the door|message to my mother-in-law]? It's in [Turkish|Persian|Spanish] 🙈",
    "b: [Show us|Let's see|Courage!]",
    'a: [“Sevgili anne, hava güzel, ben iyi.”|«لطفاً در را ببندید»|“Estoy muy excitado por la visita”]',
    'c: [Very sweet, and “ben iyiyim”|Perfect!|STOP. “Ilusionado”. Please. “Ilusionado”.]',
    "a: [iyiyim! Sent.|It hangs already|You've just saved a family]",
  ],
];

export const welcomeTalk: readonly Dialogue[] = [
  [
    'a: [Do we have a lost and found?|Is there parking?|Is the place step-free?]',
    "b: [The hook by the stairs, everything ends up there|Bicycles in the yard, cars by the church|Front door yes, cellar no, we're saving for a lift]",
    'a: [My scarf! It was you, hook.|Thanks!|Good to know, my brother uses a chair]',
    "maya: [The hook keeps what it likes|The church closes at nine!|Tell him he's welcome, we've a bench at the right height too]",
  ],
  [
    "a: Just wanted to say: [first visit today, everybody showed me something|I came for a screw and stayed for five hours|my daughter says it's the best shop in which one can't buy anything]",
    'b: [Come again!|Did you get the screw?|May I print that on the door]',
    "a: [{day+2}!|…no|She'll want royalties]",
  ],
];
