import type { Script } from '../../script/script.js';
import { lobbyTalk } from './lobby-talk.js';

export const lobby: Script = {
  regulars: ['shirin', 'amelie', 'layla', 'bastien', 'lev', 'aoife', 'priya', 'yuki', 'ingrid', 'maya', 'tomas', 'dariush', 'olu', 'hana'],
  story: [
    [
      0,
      [
        'shirin: Good evening, readers. New season! The vote is over: **Frankenstein** by eleven to six. The six may sigh once, in this channel, today.',
        'bastien: *sigh*',
        'priya: *sigh* (I voted for a cookbook)',
        'shirin: Sighs are noted. First letters by Sunday, in #frankenstein.',
      ],
    ],
    [
      8,
      [
        "hana: Hello! I'm Hana. I read slowly and underline a lot. Is that allowed?",
        'amelie: In pencil!',
        'hana: In pencil',
        'amelie: Then you are my favourite already',
        'shirin: Welcome Hana! We are at volume one, chapter four, and nobody is ahead, except Lev.',
        "lev: I could not stop, I'm sorry",
      ],
    ],
    [
      15,
      [
        "olu: Hi, Olu here. I'm told that this book begins with a very long description of ice. I'm a weather person. I feel invited.",
        'tomas: He has four rain gauges. Ask him anything.',
        'olu: Nobody has ever asked me anything',
        'aoife: What was the summer of 1816 like?',
        'olu: OH. Right. So. Tambora erupted in April 1815…',
        "olu: …and that's why it snowed in June, and why five bored people at Lake Geneva wrote ghost stories. Sorry, that was long.",
        'layla: That was wonderful. Stay.',
      ],
    ],
    [
      16,
      [
        'zeynep: Merhaba! Zeynep. I design houses and read about castles.',
        "ingrid: We're mostly on a glacier at the moment but there's a castle on the list for spring",
        'zeynep: I can wait, I brought a coat',
      ],
    ],
    [
      32,
      [
        'shirin: Dates for the reading weekend: 12th and 13th, the house by the lake, eleven beds and one sofa.',
        'aoife: Sofa. I sleep at strange hours anyway.',
        "maya: I'll drive, four seats",
        'bastien: I cook on Saturday if somebody else washes up',
        "lev: I wash up, it's the best place to think",
        'yuki: お菓子を持って行きます。I bring sweets.',
        "shirin: https://lake-house.example.org has pictures. Yes, that's a library. Yes, with a ladder.",
        'amelie: A LADDER',
      ],
    ],
    [
      41,
      [
        'shirin: Vote for the next book is open till Sunday. The list:\n\n1. *I Am a Cat*, Natsume Sōseki\n2. *Persuasion*, Jane Austen\n3. *Dead Souls*, Nikolai Gogol\n4. *The Conference of the Birds*, Attar',
        'yuki: 猫！',
        'dariush: پرندگان!',
        'lev: Души!',
        'aoife: I see that we remain objective',
      ],
    ],
  ],
  talk: [
    ...lobbyTalk,
    [
      "a: I'm [ten|thirty] pages behind and the meeting is on {day+2}. [Do I come anyway?|Be honest: can one catch up?]",
      'b: [Always come. Somebody has to be surprised.|With tea and no telephone, yes]',
      "c: I've been behind since [spring|2019], it's a lifestyle",
    ],
    [
      "a: What do you all use as a bookmark? [I've just found a boarding pass from six years ago.|Mine is a receipt for a sandwich.]",
      "b: [A feather, don't tell the bird|The ribbon that came with a cake]",
      'c: [A postcard from my brother, I read it each time|Whatever is near, once a slice of cheese]',
      'd: [I remember the page number|…in a library book?]',
      "c: [You're the scary one|It was in its paper. I was nineteen.]",
    ],
    [
      'a: [Paper, screen or ears?|Do audio books count as reading? Asking for a person who drives a lot.]',
      'b: [Paper at home, screen on the train|Of course. Homer was an audio book.]',
      "c: [Ears in the kitchen. I've burnt more onions since.|Only if you miss the exit because of them]",
      "a: [That makes three of us|I've missed the exit twice this week]",
    ],
    [
      "a: Found in the second-hand shop today: [a dictionary with somebody's pressed violets|an atlas with a country that was never one|a novel with “do not lend to Margaret” on the first page]",
      'b: [Did you leave them in?|Which one? I want to emigrate.|What did Margaret DO]',
      "a: [Of course, at V|I'd have to look, it's next to the coffee stain|There's a tea ring on page 90. I suspect Margaret.]",
      'c: [At V! Somebody had order.|All the best countries are next to a stain|Team Margaret]',
    ],
    [
      'shirin: Meeting on {day+3}, [half past seven at mine|seven, upstairs in the café]. Who comes?',
      'a: Me',
      'b: Me, [with biscuits|a bit late]',
      "c: [Online, if somebody props up the laptop|I, and I've really read it this time]",
      'shirin: [Laptop gets the good chair|Witnesses?]',
    ],
    [
      "a: What's a word you only know from books and [never heard anybody say|say wrong]?",
      'b: [“Lugubrious”. I like it so much and have nobody to use it on.|“Hyperbole”. Hyper-bowl. In front of my whole class.]',
      'c: [“Gossamer”|“Misled”. I thought it was the past of “to misle”.]',
      "d: [That's such a soft one|I also misled for years!!]",
    ],
    [
      "a: Do you finish books you don't like? [I'm at page 200 of 700 and nothing has happened but weather.|My rule is fifty pages.]",
      'b: [Life is short. Put it on the bench in the park, somebody will love it.|A hundred minus your age, so it gets easier]',
      'c: [I finish them out of spite|Then I may judge a book by its cover at a hundred?]',
      "b: [Also a reason|Exactly so, you've earned it]",
    ],
    [
      "a: Neighbour's child asked me [what a book club does|why grown-ups read sad books]. What would you say?",
      "b: [We disagree, with cake|So that we've practised]",
      "c: [“It's like football but everybody has seen a different match”|That's beautiful. I'd have said: because the happy ones are all taken.]",
      "a: [I'll use that one, both|She nodded and went back to her snail]",
    ],
    [
      "a: [My shelf fell down.|I need to get rid of forty books.] [Nobody hurt but Tolstoy.|Suggestions that don't break my heart?]",
      "b: [Which volume|The book box at the tram stop, two at a time, then it doesn't hurt]",
      "a: [Both|Two at a time I'm done at Easter]",
      "c: I can help [with screws|by taking eight], that's my nature",
    ],
    [
      'a: Which [character|narrator] would you [have dinner with|never lend money to]?',
      'b: [Elizabeth Bennet, but only if her father comes too|Raskolnikov, and I mean it]',
      "c: [The Count of Monte Cristo, he'd pay|Any of the three musketeers. All four of them.]",
      "d: [Not Victor Frankenstein. He'd talk about himself until the soup is cold.|Huckleberry Finn, but he'd have a good story instead]",
    ],
    [
      'a-: spoiler: he',
      "b: DON'T",
      "a: [Deleted. I'm so sorry. I thought I was in the other channel.|Gone, gone. Nobody saw it?]",
      "c: [I saw “he”. I now suspect all of them.|I saw nothing and I'm still at chapter two]",
    ],
    [
      'a: Reading spot of the [day|week]: [a bench with sun behind the bakery|the waiting room of the dentist, so quiet, so much time]',
      'b: [The one with the missing board?|Was it a good book at least?]',
      "a: [That's the one. You sit a little lower and smell the bread.|So good that I let two people go before me]",
    ],
  ],
  latest: {
    minutesAgo: 11,
    dialogue: [
      'ingrid: Counting for the lake house: who still needs a lift on Friday?',
      'yuki: Me! From the station, if possible. 17:42.',
      'bastien: I pass there with the pots, jump in',
      'ingrid: Bastien, how many pots do you need for eleven people',
      'bastien: All of them',
      'priya: He made one lentil soup last year and it took seven pots. I counted because I had to dry them.',
      'bastien: It was layered',
      'lev: It was very good soup. It was a very long evening at the sink.',
    ],
  },
};
