import type { Script } from '../../script/script.js';
import { welcomeTalk } from './table-talk.js';

export const welcome: Script = {
  regulars: ['maya', 'kenji', 'aoife', 'katya', 'kwame', 'amelie', 'greta', 'ingrid'],
  story: [
    [
      0,
      [
        'maya: Welcome to **Harbour Street Makers**! This is where we talk between visits.\n\n- Say hello here and tell us what you would like to make\n- Opening hours and events are in #workshop\n- Book machines in #tool-bookings before you come\n- Be kind, clean up, label your things',
        "maya: And if you don't know where to ask something: ask anywhere. Somebody will know.",
        'kenji: Hello everybody. I am the one who sharpens the chisels. Please do not open paint tins with them.',
        'aoife: Was that aimed at me',
        'kenji: It was aimed at the paint on the 19 mm one',
        'aoife: …it was me',
      ],
    ],
    [
      1,
      [
        "lev: Hello, I'm Lev. Accountant from Monday to Friday. I want to build one chair that does not wobble.",
        'greta: Ambitious! Four legs or three?',
        'lev: Four',
        'greta: Three never wobble. Just saying.',
        'lev: Then it is a stool',
        'greta: Now you understand engineering: you change the requirement',
      ],
    ],
    [
      2,
      [
        "yousef: السلام عليكم! I'm Yousef, electrician. I can help with anything that has a plug, and I am looking for somebody who can teach me woodturning.",
        'layla: وعليكم السلام يا يوسف، أهلاً بك!',
        'kwame: The lathe is my second home, come on a Thursday evening',
        'yousef: Thursday it is, thank you!',
      ],
    ],
    [
      5,
      [
        "minh: Hi! I moved here last week and don't know anyone yet. I do embedded software and I'd love to get away from screens.",
        "maya: Welcome Minh! Come by on Saturday, I'll show you around. There is cake, there is always cake.",
        'minh: I was told there would be tools',
        'maya: There are tools for cutting the cake',
        'diego: Embedded? You will not get away from screens here, I need help with a motor driver 😄',
        'minh: Of course you do. Happy to!',
      ],
    ],
    [
      12,
      [
        "layla: A confession: I have been reading along for a while and never introduced myself properly. I'm Layla, I read, and I would like to learn bookbinding from Amélie.",
        "amelie: Oh, with pleasure! Bring a pamphlet that you don't love too much for the first try.",
        'layla: I have just the right poetry',
        'amelie: 😄',
      ],
    ],
    [
      19,
      [
        'dariush: سلام! I am Dariush. Shirin told me there is a chess board here that needs a set of pieces.',
        'shirin: سلام داریوش جان، خوش آمدی',
        'kwame: The board exists, the pieces are my fault. I turned twenty pawns and lost interest.',
        'dariush: Twenty? That is four too many and twelve pieces too few.',
        'kwame: I said that I lost interest, not that I can count',
      ],
    ],
    [
      26,
      [
        "sam: Hi all. Sam here. No skills so far, lots of enthusiasm. What's the least dangerous thing I can start with?",
        'ingrid: Spoon carving',
        "aoife: As a nurse I must object. I've seen spoon carvers.",
        'ingrid: Felting, then',
        'aoife: Felting has needles',
        'katya: Come to the garden, Sam. The worst that can happen is potatoes.',
        'sam: Garden it is',
      ],
    ],
    [
      33,
      [
        "yuki: はじめまして、ゆきです。 I'm Yuki, I repair old fountain pens at home and I would like to use the small lathe for new parts.",
        'kenji: ゆきさん、ようこそ！ The small lathe is a beauty, but somebody has to show you its moods first.',
        'yuki: よろしくお願いします 🙏',
        'maya: Fountain pens! We are getting a very good set of people here.',
      ],
    ],
    [
      38,
      [
        'maya: A small number to be proud of: we are nineteen now, and last Saturday fourteen of us were in one room with no arguments about the radio.',
        'kwame: There was one argument about the radio',
        'maya: It was settled with a coin',
        'greta: The coin was mine and I want it back',
      ],
    ],
  ],
  talk: [
    ...welcomeTalk,
    [
      'a: [Quick question: do I need to be a member to bring a friend on Saturday?|May I bring my sister along this weekend? She is visiting.]',
      'maya: [Guests are welcome as long as they stay with you and keep away from the big machines.|Of course! Please stay with her at the big machines.]',
      "a: [Perfect, she'll mostly want to see the loom anyway|She promises to touch nothing. I promise nothing for her.]",
    ],
    [
      "a: Where do I find [the floor plan|the list of who may train whom]? I'm sure somebody posted it.",
      'b: On the page: https://harbour-street.example.org/[plan|training]',
      'a: [Thank you. I looked at the fridge first, like an animal.|Thanks! I had the one from two years ago.]',
    ],
    [
      "a: [The door code doesn't work for me, did it change?|Is the side door stuck again or is it me?]",
      "maya: [Changed on the first of the month, I'll send you the new one|It's the damp. Lift and push, like a good argument.]",
      'a: [Got it, thanks!|Lifted, pushed, in.]',
    ],
    [
      'a: Good morning {b}! [First time at the soldering bench yesterday and I still have ten fingers.|I finished the thing! The thing is finished!]',
      'b: [Ten is the recommended number. What did you make?|Which of the seven things?]',
      'a: [A torch that is slightly on all the time|The shelf. It holds a book. One book.]',
      "b: [Then it's a lamp. Congratulations!|Start with slim volumes]",
    ],
    [
      'a: What does membership cost [for students|if I only come once a month]?',
      "maya: What you can afford, honestly. [Most students give 5 a month.|There's a tin for single visits.] Details: https://harbour-street.example.org/join",
      'a: That is very kind',
      "c: It's how I started too",
    ],
    [
      'a: Could somebody tell me what to do with [oily rags|empty spray cans]?',
      'b: [Red bin with the lid, never the paper bin. They can catch fire by themselves.|Metal cage by the back door, and only when really empty.]',
      "a: [By themselves?!|And if there's a bit left?]",
      "b: [Linseed oil does that. It's how we lost the old curtain.|Then you paint something small. That's why the broom is turquoise.]",
    ],
    [
      'a-: is anyone there',
      'a: [Ignore me, found the light switch|Never mind, the key was in my other hand]',
      'b: We have all been there 😂',
    ],
    [
      "a: Who is looking after the place on {day+2}? [I'd like to collect my parcel.|I left my scarf and it's getting cold.]",
      "b: Me, from [five|six] on. [It's under the stairs.|Striped one? It's on the skeleton.]",
      'a: Why is [everything under the stairs|there a skeleton]',
      "b: [Because the stairs are over everything|Kwame. Don't ask further.]",
    ],
  ],
  latest: {
    minutesAgo: 190,
    dialogue: [
      'zeynep: Could the opening hours for December go on the page? My students keep asking.',
      'greta: I have the draft here:\n\n- Monday closed\n- Tuesday to Friday 16 to 22\n- Saturday 10 to 18\n- Sunday by arrangement with whoever has the key',
      'zeynep: Wonderful. And between the years?',
      "greta: We'll vote on it. Last year the vote was cake.",
    ],
  },
};
