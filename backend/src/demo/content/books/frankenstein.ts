import type { Script } from '../../script/script.js';
import { frankensteinTalk } from './reading-talk.js';

export const frankenstein: Script = {
  regulars: ['shirin', 'amelie', 'layla', 'lev', 'bastien', 'priya', 'aoife', 'hana', 'ingrid', 'olu', 'yuki', 'zeynep', 'maya'],
  story: [
    [
      1,
      [
        'shirin: The letters! Four of them, before we even meet the man on the title page. Why does Mary Shelley put a sailor in front of her story?',
        'amelie: As a frame. We get everything at third hand: the creature tells Victor, Victor tells Walton, Walton writes to his sister.',
        'lev: And the sister never answers. Margaret Saville is us.',
        "aoife: Everything ends up at Margaret's",
        'layla: And Walton is a little Victor, no? He too would sacrifice his crew for knowledge.',
        'shirin: Hold that thought till the last chapter 🙂',
      ],
    ],
    [
      4,
      [
        "bastien: Which edition does everybody have? My chapters don't fit yours.",
        'shirin: 1818 has three volumes and starts counting again in each. 1831 goes through from 1 to 24, and she changed quite a lot.',
        'priya: So volume two, chapter one is…',
        'shirin: Chapter nine in 1831. I made a table:\n\n```text\n1818            1831\nVol. I    1-7   1-8\nVol. II   1-9   9-17\nVol. III  1-7   18-24\n```',
        'priya: A table. I feel at home.',
        'ingrid: Volume one has seven but becomes eight?',
        'shirin: She split the first one in two. Good eyes!',
      ],
    ],
    [
      9,
      [
        'hana: He works on it for two years, and the moment it opens its eyes he runs to bed??',
        'aoife: As a nurse I have seen this exact behaviour in surgeons',
        "bastien: I've done this with code. It compiled, I got scared, I went home.",
        "lev: Но он даже не поговорил с ним! He doesn't say one word to it.",
        "ingrid: That's the crime, for me. Not making it. Leaving it.",
        "layla: A mother who had lost a baby wrote this. I can't read that page without thinking of it.",
        'shirin: Yes. She was eighteen, and it was in her diary.',
      ],
    ],
    [
      13,
      [
        "amelie: Justine. I'm so angry.",
        "hana: He KNOWS she is innocent and says nothing because people would think that he's mad",
        "priya: “I bore a hell within me” – good for you Victor, she's being hanged",
        'lev: In every century there is somebody who feels very deeply while another pays',
        "aoife: I'd put that on a wall",
      ],
    ],
    [
      17,
      [
        'shirin: Volume two: the creature speaks. What was your first thought?',
        "olu: That his weather descriptions are better than Victor's",
        "ingrid: That he's the best educated person in the book, and he learned it through a hole in a wall",
        "zeynep: I thought of the wall. The hovel, next to the house: he's an architect's nightmare, the neighbour nobody planned for.",
        "bastien: And his reading list: Paradise Lost, Plutarch, Werther. No wonder he's sad.",
        'yuki: 誰も名前をつけてくれない。 Nobody gives him a name. In all these pages.',
        'shirin: Yes. Remember it when somebody calls him Frankenstein 🙂',
      ],
    ],
    [
      22,
      [
        "layla: The old man who can't see him is the only one who is kind to him. It's almost too neat, and I cried anyway.",
        "maya: I was reading it on the tram. An old lady gave me a tissue. We didn't speak.",
        'amelie: And then the others come home',
        "maya: Don't. I only just stopped.",
      ],
    ],
    [
      26,
      [
        'bastien: Discussion: is his demand fair? A companion, and they go to South America and eat acorns.',
        "priya: It's a well-specified request with a clear acceptance criterion",
        "aoife: But she didn't ask to be made either",
        "hana: That's what I underlined! “She might refuse to comply with a compact made before her creation.” Victor's only good argument.",
        'lev: He finds it out of fear, not out of respect',
        'aoife: A right thing for the wrong reason, then. I see that at work too.',
      ],
    ],
    [
      31,
      [
        "ingrid: We're on Orkney. I've been there! It's exactly as bleak and the people are much nicer.",
        'olu: Average wind in November: 9 m/s. He set up a laboratory in a hut.',
        "zeynep: With a leaking roof, it says so. No insulation. As a workplace it's a scandal.",
        'bastien: Of all that Victor did, Zeynep reports him for the roof 😂',
      ],
    ],
    [
      35,
      [
        'shirin: “I will be with you on your wedding-night.” How could he misunderstand that?',
        "priya: Because everything is about him. It doesn't cross his mind that somebody else could be hurt.",
        'hana: Elizabeth has perhaps forty lines in the whole book and I miss her more than him',
        'layla: Poor Clerval too, who only wanted to learn Persian and see the world',
        "shirin: He wanted to learn Persian and Arabic! I've always thought he'd have been in this club.",
        'dariush: جایش خالی',
      ],
    ],
    [
      40,
      [
        'shirin: The end, on the ice. Who do you believe?',
        'amelie: The creature. His last speech is the only one in which somebody is sorry without an “if”.',
        "lev: Walton turns round. That's the whole moral: he listens to his crew and goes home.",
        'aoife: So the hero is the one who stops',
        'olu: And the ice breaks that very day. She gives him the weather as a reward.',
        "shirin: Olu, that's the best sentence of the season",
        "priya: And does the creature die? It doesn't say.",
        "yuki: “Lost in darkness and distance.” 終わりではない。That isn't an end.",
        'shirin: Thank you all. What a book, and what company.',
      ],
    ],
  ],
  talk: [
    ...frankensteinTalk,
    [
      'a: Sentence of the day, [volume one|volume three]: “[Nothing is so painful to the human mind as a great and sudden change.|I was benevolent and good; misery made me a fiend.]”',
      'b: [I had that on a card after my divorce|Ten words, the whole book]',
      'c: [She was EIGHTEEN|And he waits half the novel to say it]',
    ],
    [
      "a: Small vocabulary question: what's [a “chamois” doing in the Alps|“electuary”|a “sledge dog's” problem here]?",
      "b: [It's a goat with better manners|A medicine with honey in it|Hunger, mostly]",
      "a: [Thank you 😄|That's nice actually|Poor dogs]",
    ],
    [
      "a: Does anyone else find [Victor's father|Walton] the [most sensible person|most touching one] in it?",
      'b: [He writes such kind letters, and nobody answers him for years|He only wants a friend. He says so on page four.]',
      "c: [My mother would like a word with Victor about that|And then he meets one who's dying. Cruel.]",
    ],
    [
      "a: I'm reading it [in French|in Arabic|in Russian] beside the English. The translator makes the creature say “[vous|أنت|вы]” [to Victor|and it changes everything]",
      'b: [Oh! So polite.|How?|And Victor?]',
      "a: [Until the end. Then once “tu”.|There is only one “you” here, so there's no distance. They sound like brothers.|Victor says «ты», like to a dog. It hurts.]",
      "c: [That's what I love about reading with you all|So there are three creatures by now|Three languages, three books]",
    ],
    [
      'a: Film question: is any of them [close to the book|worth it]?',
      'b: [None, the green one with the bolts invented nearly everything|The old black and white one, for the shadows]',
      "c: [In the book he's agile and well-spoken and has lovely hair|I like the stage version where the two actors swap roles each night]",
      "a: [Lovely hair!|Oh that's clever]",
      "c: [“Lustrous black, and flowing”, volume one, chapter four|Maker and made, it's all in that]",
    ],
    [
      'a: For those who want the background: [the story of the summer at the lake|a map of all the places in it], https://library.example.org/[1816|frankenstein-map]',
      'b: [I want the diary of whoever had to cook for them|They travel so MUCH. Geneva to Ingolstadt alone is a week.]',
      "c: [Byron, a doctor, three teenagers and rain. I'd watch that.|And he never writes home]",
    ],
    [
      "a*: I've counted: Victor faints or falls ill [six|seven] times",
      'b: [Seven, you forgot Orkney|Eight with the boat]',
      "aoife: As his nurse I'd prescribe [breakfast|a walk and an apology]",
    ],
    [
      'a: Is the creature [a child|a mirror] or is that too easy?',
      "b: [Both. He's two years old and has read Milton.|A mirror that asks questions back]",
      "c: [That describes my nephew|That's a good way to say it]",
      "a: [😂|I'll write that in the margin, in pencil]",
    ],
  ],
  latest: {
    minutesAgo: 260,
    dialogue: [
      "hana: One thing I keep thinking about: he asks to be listened to before he's judged. Three times. “Listen to my tale.”",
      "layla: And it's we who do",
      'hana: Volume two is the listening',
      "amelie: I'd like to bind my notes from these weeks as a small book. May I use yours?",
      'olu: Mine are mostly wind speeds',
      'amelie: Especially those',
    ],
  },
};
