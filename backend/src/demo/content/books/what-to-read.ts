import type { Script } from '../../script/script.js';
import { whatToReadTalk } from './reading-talk.js';

export const whatToRead: Script = {
  regulars: ['layla', 'amelie', 'priya', 'lev', 'yuki', 'bastien', 'aoife', 'ingrid', 'shirin', 'tomas', 'maya', 'olu', 'hana', 'dariush'],
  story: [
    [
      2,
      [
        'layla: I start a list of books in which nothing bad happens to an animal. Please add only what you have read to the end.',
        'ingrid: *Three Men in a Boat*. The dog wins everything.',
        'aoife: *The Wind in the Willows*, some weasels get told off',
        'yuki: *I Am a Cat* … no. Wait. Not to the end. Sorry.',
        'layla: Thank you for your honesty 😿',
      ],
    ],
    [
      16,
      [
        "tomas: I look for something about the sea that's not about a man and a whale",
        'ingrid: Tove Jansson, *The Summer Book*. An island, a grandmother, a child.',
        'tomas: Is anything measured in it?',
        'ingrid: The sea level, by a child, with a stick',
        'tomas: Sold',
      ],
    ],
    [
      33,
      [
        'bastien: Settle a bet: longest book that you finished and liked?',
        'lev: «Война и мир», дважды',
        'layla: ألف ليلة وليلة، طبعاً',
        'amelie: *Les Misérables*, with the sewers',
        'aoife: You read the SEWERS?',
        'amelie: All of them. They are the best part.',
        "bastien: I've lost. I had a book about databases.",
        'priya: Which one? It counts if you cried.',
      ],
    ],
  ],
  talk: [
    ...whatToReadTalk,
    [
      'a: I need [a present for my father, who only reads about ships|a present for a girl of eleven who has read everything]',
      'b: [*The Riddle of the Sands*: ships, fog, maps|*The Phantom Tollbooth*, if she likes words]',
      'c: [Conrad, *Typhoon*. Short and wet.|*Momo*. Everybody should have read it at eleven.]',
      "a: [Short and wet is what he'd say himself|She has Momo twice. Tollbooth it is!]",
    ],
    [
      'a: Something [short for a train of three hours|long for a flight of eleven hours] please',
      'b: [Tolstoy, *The Death of Ivan Ilyich*. A hundred pages, your whole life.|*Middlemarch*. You land a better person.]',
      "c: [Too heavy! *Cold Comfort Farm*.|*The Woman in White*, you won't sleep, and you aren't going to anyway]",
      "a: [I'll take both and look out of the window|The Woman in White has me already at the name]",
    ],
    [
      "a: Just finished [*Persuasion*|*The Master and Margarita*|*The Summer Book*] and I'm [walking around in it|no good for anything today|very calm]",
      'b: [The LETTER|The cat!|The grandmother smoking behind the shed]',
      "c: [“Half agony, half hope”|The cat who tries to pay on the tram 😂|I'd like to be her when I'm old]",
      'a: [I read it standing up in the kitchen|I laughed so loud that the neighbour knocked|Or now]',
    ],
    [
      'a: Crime, but [without gore|with good food]?',
      "b: [Dorothy L. Sayers, *The Nine Tailors*. It's about bells.|Montalbán! You'll need a bigger kitchen.]",
      'c: [Bells?|Or Camilleri. Read nothing of him when hungry.]',
      "b: [You'll know more about bells than you thought possible|Correct]",
      "a: [I'm in, I like a hobby|I am always hungry]",
    ],
    [
      'a: Is there a good translation of [*Eugene Onegin*|Hafez|*The Pillow Book*] into English?',
      'lev: [There are four and a half. Falen keeps the rhyme, Nabokov keeps everything else.|For this you ask Shirin|For this one I would ask Yuki]',
      "shirin: [And the half?|Dick Davis, *Faces of Love*. It's the one in which they still sound like people.|Meredith McKinney's is lovely, I've read it twice]",
      'lev: [Mine, in a drawer|Я же говорил|👍]',
    ],
    [
      'a: Non-fiction that reads like a novel? [No wars please.|I loved the one about the map-makers.]',
      'b: [*The Peregrine*. A man looks at a bird for ten years.|*Longitude*! A clockmaker against everybody.]',
      "c: [That's it? That's the plot?|Tomáš has three copies of it]",
      "b: [It's the best plot there is|Three?]",
      "tomas: [It's true|They keep giving it to me]",
    ],
    [
      'a: What are you reading right now? [I go first: a cookbook, at night, like a thriller.|First line only, we guess.]',
      "b: [Chekhov's letters. He complains so well.|“It was a bright cold day in April”…]",
      'c: [A history of salt|Too easy. “Call me…”]',
      "d: [Is it dry? Sorry.|Don't finish that, Tomáš is sick of the whale]",
    ],
    [
      'a: Poll without a poll: [re-reading, yes or no|last page first, yes or no]?',
      "b: [Yes, it's visiting friends|NO]",
      "c: [No, there are so many I haven't met|Yes, and I'm not ashamed, I want to know who I may love]",
      'b: [Also fair|I have to sit down]',
    ],
    [
      "a: Warning: [the new one that's in all the windows|the prize winner with the yellow cover] is [four hundred pages about a kitchen renovation|very clever and I didn't believe one word]",
      'b: [I liked the kitchen|I needed that, I had it in my hand yesterday]',
      "a: [Of course you did, you're an optimist|Put it back, buy bread]",
      'c: [What colour does it get in the end|Bread never disappoints]',
    ],
    [
      "a: Comics and graphic novels: where do I start? [I only know the Belgian ones.|I've got an evening and a prejudice.]",
      "b: [*Persepolis*, and then everything else|*The Arrival* by Shaun Tan. There's not one word in it. Prejudice gone by nine.]",
      'shirin: [I second that, with some notes on the grandmother|It was my first book in English, in a way 🙂]',
      "a: [The grandmother with the jasmine? Somebody told me about her.|That's the nicest thing I've read all day]",
    ],
    [
      'a: Which book do you [give away|lend out] again and again?',
      "b: [*Invisible Cities*. I've given it to nine people and have none myself.|None, they don't come back. I've a list of names.]",
      "c: [*The Little Prince*, but only to people who'd never ask for it|Am I on that list]",
      'b: [We should do that for each other|Twice]',
    ],
  ],
  latest: {
    minutesAgo: 95,
    dialogue: [
      'aoife: Night shift recommendation needed. Must survive being put down every four minutes.',
      'priya: Short stories! *Cosmicomics*.',
      "bastien: Lydia Davis. Some of them are one sentence long, you'd finish three between two bells.",
      'aoife: One sentence!',
      'layla: كتاب «كليلة ودمنة». Fables, very old, each has a jackal who gives bad advice.',
      'aoife: A jackal who gives bad advice, I work with him',
    ],
  },
};
