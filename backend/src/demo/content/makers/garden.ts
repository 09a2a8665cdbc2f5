import type { Script } from '../../script/script.js';
import { gardenTalk } from './bench-talk.js';

export const garden: Script = {
  regulars: ['katya', 'zeynep', 'ingrid', 'aoife', 'layla', 'maya', 'amelie', 'yousef', 'shirin', 'sam', 'lev'],
  story: [
    [
      3,
      [
        'katya: Bed plan for the autumn:\n\n- bed 1: garlic and broad beans\n- bed 2: green manure, let it rest\n- bed 3: whatever somebody new would like to learn on\n- bed 4: tulips, too many',
        'ingrid: There are no too many tulips',
        'katya: 220',
        'ingrid: I stand by it',
      ],
    ],
    [
      15,
      [
        'katya: The slugs have found the winter lettuce. War?',
        "shirin: In my grandmother's garden there was a plate of beer",
        'lev: У нас было так же. Пиво работает, но жалко пива.',
        'katya: 😂 Согласна. Тогда доски: положить на ночь, утром собрать.',
        'aoife: I understood “beer” twice',
        'katya: Boards. You lay boards down at night and collect the slugs in the morning. The beer stays with us.',
      ],
    ],
    [
      22,
      [
        'layla: زرعتُ النعناع قرب السياج، أرجو ألا يغزو العالم.',
        'yousef: النعناع دائماً يغزو العالم 😄 ضعيه في وعاء!',
        'layla: Translation for everyone: I planted mint and Yousef laughs at me',
        'zeynep: Put it in a pot, dig the pot in. Otherwise in two years we are a mint farm.',
        'layla: Is that a threat or a promise',
      ],
    ],
    [
      31,
      [
        'sam: I HARVESTED SOMETHING. Nine potatoes. One looks like Greta.',
        'katya: They all look like Greta if you look with love',
        'maya: Do not show it to Greta',
        'sam: She has framed the photo',
      ],
    ],
    [
      39,
      [
        'katya: First frost on Thursday night they say. Please everybody: dahlias out, pots in, hoses empty.',
        'zeynep: I can be there from five',
        "aoife: I come off shift at seven, I'll bring a head lamp",
        'amelie: I bring boxes and newspaper for the bulbs',
        'katya: With you all I would survive any winter',
      ],
    ],
  ],
  talk: [
    ...gardenTalk,
    [
      "a: Who waters [this weekend|while I'm away]? I'm [in the mountains|at a wedding] till {day+3}.",
      'b: [Saturday me, Sunday…?|I can, evenings are best for me]',
      "c: [Sunday me|I'll take the mornings then]",
      'a: Thank you! [Only the pots, the beds have had rain.|The greenhouse door sticks, kick it lower left.]',
    ],
    [
      'a: What is eating my [kale|chard]? [Small round holes, nobody to be seen.|Long silver traces and an insult of a leaf.]',
      'b: [Flea beetles. Keep it moist, put a net on.|Slugs. Go out with a torch at ten.]',
      'a: [They jump when I come near|I went out with a torch. It was like a festival.]',
      "b: [That's them|Did you dance]",
    ],
    [
      'a: There are [quinces|plums|green tomatoes] on the table by the gate, [about four kilos|more than I can carry|a whole crate], please take some!',
      "b: [Took six, jelly tomorrow|I'll make cake and bring it back|Chutney! I need two kilos]",
      "c: [I'd love your recipe|This is how a community works|Leave me a few for frying]",
      "b: [Equal weight of sugar, a cinnamon stick, patience|😊|They're still there, behind the watering can]",
    ],
    [
      'a: Compost question: may [citrus peel|cardboard|ash from the stove] go in?',
      'b: [A little, cut small|Yes, torn, without the tape|A thin dusting, no more, it is salty]',
      'katya: [And never on the left heap, that one is finished|The worms like cardboard more than I like chocolate|Only wood ash, nothing from briquettes]',
      "a: [Left heap is off limits, understood|Then they'll have a good week|Wood only]",
    ],
    [
      'a: [Frost|Storm|Heat] warning for {day+1}! [Fleece is in the shed, bottom shelf.|Please tie down whatever can fly.|Water in the morning, not at noon.]',
      "b: [On my way, I'll do beds 1 and 2|I've put the chairs inside|I'll do seven o'clock]",
      "a: [The lemon tree is inside already, it got the good window|The parasol has already left for the neighbours|You're all heroes]",
    ],
    [
      'a: Seed swap list, mine: [beans “Blauhilde”, dill, a marigold that has no name|chilli, three kinds, one of them dangerous]',
      "b: I'd swap [sunflower, the tall one|black cumin] for [the nameless marigold|the dangerous one]",
      'a: [It should have a name then|Are you sure]',
      "b: [Let's call it Gisela|My aunt eats them like crisps]",
      'c: [Gisela it is|I want to meet this aunt]',
    ],
    [
      'a: Is it too late to [plant garlic|prune the apple tree|sow spinach]?',
      'b: [No, now is perfect, pointed end up|Wait for winter, on a dry day, and not me on the ladder|For a harvest yes, for green in early spring no]',
      "a: [How far apart?|Who then?|I'll take early spring]",
      "b: [A hand|Lev, he counts the rungs|It'll be small and very proud]",
    ],
    [
      "a: [A robin follows me through the beds.|There's a hedgehog under the pallets!] [I've named it Inspector.|Please nobody move them until spring.]",
      'b: 😍',
      "c: [He checks your work|I'll put up a sign]",
      'a: [He has complaints|And some dry leaves, please, no milk]',
    ],
    [
      'a: The [rain barrel|tap by the gate|greenhouse thermometer] [leaks|drips|says 61 degrees], can the workshop help?',
      "b: [I have a seal, 3/4 inch, coming by at four|New washer. Two minutes. Where's the stopcock?|It's in the sun. Hang it in the shade and it will calm down.]",
      "a: [You're wonderful|Under the stone that doesn't look like the others|Calm: 19]",
    ],
    [
      'a: What grows on a [north|windy] balcony, [third floor|five floors up]?',
      'b: [Fern, mint, lettuce, and envy|Thyme, chives, anything that grew up on rocks]',
      'zeynep: [And hostas, until the slugs take the lift|Heavy pots! Mine went for a walk in March.]',
      'a: [The lift 😂|For a walk?]',
      'b: [They do|From one side to the other, leaving a trail of soil]',
    ],
    [
      'a: Working hour on {day+4} at [ten|three], who comes? [We turn the compost.|We fix the fence.|Path needs wood chips.]',
      'b: Me',
      'c: [Me and two children with small shovels|Me, but only the soft side of the fork]',
      "d: I'll bring [tea|apple cake|gloves for all]",
      'a: [Small shovels are the best shovels|That side is underrated|See you there, boots on!]',
    ],
    [
      'a: Before and after of [bed 3|the corner by the wall]: https://photos.example.org/garden/[bed-3|corner]',
      'b: [Wow. Is that the same planet?|There was a WALL there?]',
      'a: [Eleven barrows of bindweed|I was surprised too]',
      'c: Come to mine next 🙏',
    ],
  ],
  latest: {
    minutesAgo: 27,
    dialogue: [
      'aoife: The tulips from bed 4 have been dug up again. Squirrel or dog?',
      'katya: Пуговка has an alibi, she was asleep on my foot',
      'lev: Пуговка — главный подозреваемый',
      'ingrid: Squirrels eat them, dogs throw them. Are they eaten or thrown?',
      'aoife: Thrown. In a line. Towards the gate.',
      'katya: …I withdraw the alibi',
      'zeynep: 😂 220 minus how many?',
      "aoife: Eleven, all still whole. I'll put them back tonight.",
    ],
  },
};
