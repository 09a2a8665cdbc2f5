import type { Dialogue } from '../../script/script.js';

export const frankensteinTalk: readonly Dialogue[] = [
  [
    "a: [Who would you have cast as Walton's crew?|Which scene would you paint?|What does Victor actually eat?]",
    'b: [Only people with sensible coats|The chase over the ice, from very far away, two dots|Nothing, for two years, then guilt]',
    "c: [Then the ship stays at home and there's no book|In blue|There's bread and cheese with the shepherd. It's not his.]",
    "a: [A short book about coats|With one warm window somewhere|The creature's table manners are better too]",
  ],
  [
    "a: [Reading aloud to my grandmother, we're at the cottage.|My pupils have to read it too, they're at the letters.|My train was late by three chapters.]",
    'b: [What does she say?|And?|Which ones?]',
    'a: [“The boy needs soup.”|They think that Walton needs a friend and a hat|The trial. I sat in coach 7 and was furious.]',
    "c: [She's right|They're right|Coach 7 knows how you feel]",
  ],
  [
    'a: Note for myself: [ice at the beginning, ice at the end|every father in this book writes letters, every mother is dead|fire is always given or stolen, never made]',
    "b: [And in between the sea of ice at Chamonix!|Oh. I hadn't seen that.|The subtitle! “The Modern Prometheus”]",
    'c: [She plans like an engineer|And then read her own life again|I read past it every single time]',
  ],
];

export const whatToReadTalk: readonly Dialogue[] = [
  [
    "a: One sentence, one book, go: [something with trains|something with an unreliable narrator|something in which it's very hot]",
    "b: [*4.50 from Paddington*: she looks out at the wrong moment|*The Remains of the Day*: he says that he's fine|*The Stranger*: the sun did it]",
    'c: [*Anna Karenina*: you know|*Lolita*, and I washed my hands after|*Season of Migration to the North*: the Nile at night, at last]',
    "d: [*The Railway Children*: “Daddy! My Daddy!” and I'm gone|*The Good Soldier*. He says it's the saddest story, and it's him.|*Cannery Row*, with a cold beer]",
    'a: [Crying at my desk, thank you|Trust nobody in this thread|Drinking water while I write these down]',
  ],
  [
    "a: Has anybody read [*The Makioka Sisters*|*Zeno's Conscience*|*Oblomov*]? Should I?",
    "b: [It's four sisters, one spring after the other. I missed them when it was over.|A man who smokes his last cigarette for 400 pages. Yes.|He doesn't get up for 150 pages. It's the most restful book there is.]",
    'yuki: [『細雪』！ It means “light snow”. The whole book falls like that.|Four hundred pages is how long it takes|I read it in bed, out of respect]',
    "a: [Light snow. Bought.|I've ordered it and one cigarette|On Sunday, then, lying down]",
  ],
  [
    "a: My [sister|father-in-law|nephew] reads [one book a year, in August|only about bridges|only what's shorter than his arm]. Ideas?",
    "b: [Then it has to be a very good one: *The Leopard*|*The Bridge over the Drina*, it's even the hero|*Animal Farm*]",
    'c: [In August, in Sicily, perfect|And 400 years of traffic|Long arm? *Candide*]',
    "a: [She'll be in Finland, but in spirit|He'll check the statics|Medium]",
  ],
  [
    "a: What do you read when you've got [a cold|twenty minutes|nobody to talk to]?",
    "b: [The same detective, in the same order, since I was fifteen|One essay, then I look at the wall|Letters. Any letters. Somebody's always at home in them.]",
    "c: [Cookbooks. Soups.|Saki. They're five minutes each and bite.|You write to us here, that's what you do]",
    'a: [Soups sound right|I like things that bite|❤️]',
  ],
];

export const poetryTalk: readonly Dialogue[] = [
  [
    "a: Learned by heart [this week|on the way to work|while waiting for the plumber]: [the whole of “Ozymandias”|four lines of Sa'di|one sonnet, the one about the marriage of true minds]",
    'b: [Out loud?|Which four?|In which order do you learn?]',
    'a: [Out loud, at the traffic light. Nothing beside remained.|> بنی‌آدم اعضای یکدیگرند\n> که در آفرینش ز یک گوهرند\n\nand the two after|From the end, so that it gets more certain as I go]',
    "c: [😂 the lone and level street|All people are limbs of one body. It hung in our kitchen.|That's clever. I always know the beginnings of things.]",
  ],
  [
    'a: Which poem do you [know from school and still like|disagree with]?',
    'b: [“The Tyger”. I wrote it on my shoe.|“Make it new”. Why?]',
    "amelie: [« Demain, dès l'aube », je ne peux pas le lire sans pleurer|« Je est un autre », but my tax office says no]",
    'lev: [«Мороз и солнце; день чудесный!» Каждую зиму, каждый раз.|Со всеми, до третьего чтения]',
    "a: [Demain, dès l'aube… the last two lines, yes|After the third reading?]",
    'lev: [И каждый раз солнце|Then I have to admit it]',
  ],
  [
    'a: [Snow this morning.|First swallows!|The moon, everybody, the moon.] There must be a line for it.',
    "b: [“The world is turned to white”… no, that's my dishwasher|“One swallow”, but he was a philosopher|Li Bai drinks with it: he, the moon, his shadow, three of them]",
    "shirin: [برف نو، برف نو، سلام، سلام! New snow, hello, hello.|«باز باران»… no, that's the rain again|ماه من, my moon: we say it to people that we love]",
    "a: [Hello, hello ☃️|It'll do, it's spring|Saying it to everybody today]",
  ],
];
