import type { Dialogue } from '../../script/script.js';

export const lobbyTalk: readonly Dialogue[] = [
  [
    "a: [Morning, readers.|Evening, all.|Good afternoon from a waiting room.] [Page 112 and the tea has gone cold.|I read the whole way home and then once round the block.|I've only got a magazine about boats here.]",
    "b: [That's a good page for it|Did you arrive?|What are they up to, the boats]",
    'a: [The best|Eventually|Floating, mostly]',
  ],
  [
    'a: Does anybody have [a spare copy|large print|the audio] of our book for [my neighbour|my mother|the drive]?',
    "b: [Yes, a bit loved, with notes|The library has it, I've reserved it before|The one read by the actor with the voice]",
    "a: [She'll like the notes best|Of course it has. Thank you!|Which voice]",
    "b: [They're mostly “oh no”|Ask for Ruth|You'll know]",
  ],
  [
    "a: [I've lent my copy to a colleague and she won't give it back.|My cat has chosen our book to sleep on. For three days.]",
    "b: [That's a success, not a loss|Then it's the cat's]",
    'c: [Invite her!|What does she think of it?]',
    "a: [I have! She's shy. She's on page 200.|She's on page 80 to 81]",
  ],
  [
    "a: What did you [read as a child under the blanket|steal from your parents' shelf]?",
    'b: [Anything with horses, and I was afraid of horses|A medical dictionary. I had everything by Thursday.]',
    'c: [The same encyclopaedia, volume M|Dumas, in four volumes, one at a time so that no gap showed]',
    "d: [Jules Verne with a torch|A book about etiquette, I don't know why]",
    'b: [Why M?|Did they notice?]',
    'c: [Moon, mammoth, magnetism. Why would one need another letter?|My father moved the other books closer together. He never said a word.]',
  ],
  [
    "a: [Who's got the good biscuits recipe from last time?|What do we eat at the meeting?]",
    "layla: [معمول! My mother's: semolina, dates, rose water, a whole afternoon|I make lentil soup, somebody brings bread]",
    'a: [Can it be done without the afternoon?|Bread is me]',
    "layla: [You can, but they'll know|❤️]",
  ],
  [
    'a: Small poll: [do you write in books?|do you lend books?|do you read introductions?]',
    'b: [Never|Yes, and I write the date in|Afterwards, always]',
    'c: [Always, in three colours|No, I give them away, it hurts less|They tell you the end! Who does that!]',
    "d: [Only question marks|Only to people whose address I know|I read only introductions, I'm very well informed]",
  ],
  [
    'a: I [dreamt|realised] that [our club was on trial for interrupting each other|I have been pronouncing the author wrong for a month]',
    'b: [Were we guilty|How?]',
    "a: [Bastien defended us and was interrupted|I can't write it, it's too late, you've all heard it]",
    'c: [Sounds like a Tuesday|We thought you knew something]',
  ],
  [
    "a: [The library sale is on {day+3}|There's a reading in the old cinema on {day+2}]. Who comes along?",
    "b: [Me, with a wheeled bag and no shame|Who's reading?]",
    "c: [I promised to buy nothing. I'll come and hold things.|The one with the lighthouse book]",
    "a: [We all hold things|Half past seven, I've four tickets]",
    "d: [Then I'm bringing the second bag|One for me please!]",
  ],
  [
    "a: [I can't concentrate this week. I read the same page since Monday.|After that ending I don't want to begin another book.]",
    "b: [Then it's a good page. Short poems until it passes?|Leave it a few days. It's still talking.]",
    'c: [Or something you know by heart, it carries you|I always clean the oven in between]',
    'a: [By heart. Yes. Thank you both.|My oven is very clean this year]',
  ],
  [
    'a: [Reading glasses: does everybody have them everywhere?|Best light for reading in bed?]',
    'b: [One in each coat and none when I need it|A clip one, warm, pointed at the page and not at the marriage]',
    "c: [I've got a pair in the bread bin. I don't know why.|😂 important]",
  ],
  [
    "a: What's the [best first line|best last line] you know? [Not that one. Everybody knows that one.|No context!]",
    "b: [“The past is a foreign country: they do things differently there.”|“Isn't it pretty to think so?”]",
    'c: [“All children, except one, grow up.”|“He loved Big Brother.” Still makes me cold.]',
    'yuki: [「吾輩は猫である。名前はまだ無い。」 I am a cat. As yet I have no name.|「…けれども、しずかに。」 I made that up. But it would be good.]',
    'a: [The cat wins|It would]',
  ],
];
