import { randomUUID } from 'node:crypto';
import type { Hearth } from './hearth';
import { Resident, type Place } from './place';

interface Named {
  id: string;
}

interface Said extends Named {
  channelId: string;
  seq: number;
  nonce: string;
}

/** Where what is in a furnished place stands. */
export interface Furnished extends Place {
  maria: Resident;
  spammer: Resident;
  /** A server of Grace's, in which Ada is only a member. */
  otherServerId: string;
  otherGeneralId: string;
  newsId: string;
  forumId: string;
  kitchenId: string;
  threadId: string;
  postId: string;
  ruleId: string;
  directId: string;
  groupId: string;
  /** With somebody who does not take Ada's messages. */
  refusingId: string;
  /** Messages of the first channel: one with everything that Markdown has, one that was edited, polls, and what was said last. */
  said: Record<'markdown' | 'link' | 'edited' | 'open' | 'over' | 'last', Said>;
}

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

const MARKDOWN = `# What we need
- flour, **a lot** of it
- _salt_ and \`yeast\`
  1. dry
  2. or ~~fresh~~ wild

> Bread is a matter of time.

\`\`\`ts
const rise = (hours: number): number => hours * 1.5;
for (const loaf of ['rye', 'wheat']) bake(loaf, rise(4)); // with ||love||
\`\`\`
See https://example.org/bread and [the list](https://example.org/list), ||the baker is a cat||.`;

const MIXED = 'قال Grace: the ship `sails` at 14:30، ثم عاد إلى Harbour Street (الميناء).';
const RUSSIAN = 'Достопримечательности, электрификация и взаимопонимание — вот что нас объединяет.';
const PERSIAN = 'سلام! نان تازه را ساعت ۸ صبح می‌آورم؛ لطفاً کسی در را باز کند.';
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** Everything that a message, a channel and a conversation can be, as Ada sees it. */
export async function furnish(hearth: Hearth, place: Place): Promise<Furnished> {
  const people = await meet(hearth, place);
  const channels = await openChannels(place);
  const kinds = await talk({ ...place, ...people, ...channels });
  const conversations = await talkAlone({ ...place, ...people });
  await putOff(place);
  return { ...place, ...people, ...channels, ...kinds, ...conversations };
}

type People = Pick<Furnished, 'maria' | 'spammer' | 'otherServerId' | 'otherGeneralId'>;

/** Friends, requests in both directions, somebody blocked, and a server of somebody else's. */
async function meet(hearth: Hearth, { ada, grace, noor, inviteCode }: Place): Promise<People> {
  const maria = await Resident.register(hearth, 'maria', 'Мария Константинопольская', { inviteCode });
  const spammer = await Resident.register(hearth, 'cheap', 'Cheap Tomatoes', { inviteCode });
  for (const friend of [grace, maria]) {
    await ada.call('PUT', `/users/me/relationships/${friend.id}`, { type: 'FRIEND' });
    await friend.call('PUT', `/users/me/relationships/${ada.id}`, { type: 'FRIEND' });
  }
  await noor.call('PUT', `/users/me/relationships/${ada.id}`, { type: 'FRIEND' });
  await ada.call('PUT', `/users/me/relationships/${spammer.id}`, { type: 'BLOCKED' });
  await grace.call('PATCH', '/users/me', { bio: 'I like ships.\nOld ones, **mostly**.', pronouns: 'she/her', bannerColor: 0x3b82f6 });
  const other = await grace.call<Named & { channels: Named[] }>('POST', '/servers', { name: 'Allotments' });
  const { code } = await grace.call<{ code: string }>('POST', `/servers/${other.id}/invites`, {});
  await ada.call('POST', `/invites/${code}/join`);
  return { maria, spammer, otherServerId: other.id, otherGeneralId: other.channels[0]?.id ?? '' };
}

type Channels = Pick<Furnished, 'newsId' | 'forumId' | 'kitchenId' | 'ruleId'>;

async function openChannels({ ada, serverId, breadId, generalId }: Place): Promise<Channels> {
  const at = `/servers/${serverId}/channels`;
  const news = await ada.call('POST', at, { name: 'news', type: 'ANNOUNCEMENT' });
  const forum = await ada.call('POST', at, { name: 'questions', type: 'FORUM', topic: 'One question a post. '.repeat(40) });
  await ada.call('POST', at, { name: 'Stammtisch', type: 'VOICE' });
  await ada.call('PUT', `/channels/${forum.id}/tags`, {
    tags: [
      { name: 'Flour', emoji: '🌾' },
      { name: 'Solved', moderated: true },
    ],
  });
  // It keeps rules of its own, apart from its category.
  const bread = await ada.call<{ parentId: string }>('GET', `/channels/${breadId}`);
  await ada.call('PUT', `/channels/${breadId}/overwrites/${serverId}`, { type: 'ROLE', allow: '0', deny: (1n << 6n).toString() });
  const rule = await ada.call('POST', `/servers/${serverId}/automod/rules`, {
    name: 'Unwanted words',
    trigger: { type: 'KEYWORD', keywords: ['cheap watches'], allowed: [] },
    actions: [{ type: 'ALERT', channelId: generalId }],
  });
  return { newsId: news.id, forumId: forum.id, kitchenId: bread.parentId, ruleId: rule.id };
}

type Kinds = Pick<Furnished, 'threadId' | 'postId' | 'said'>;

/** Messages of every kind in the first channel, news that were published, threads in every state, and posts. */
async function talk(place: Place & People & Channels): Promise<Kinds> {
  const { ada, grace, noor, maria, spammer, generalId, newsId, forumId, breadId, roleId } = place;
  const react = (who: Resident, { id }: Named, emoji: string) => who.call('PUT', `/messages/${id}/reactions/${encodeURIComponent(emoji)}`);
  const begin = (channelId: string, name: string, content: string, more: object = {}) =>
    ada.call('POST', `/channels/${channelId}/threads`, { name, content, nonce: randomUUID(), ...more });

  const list = await say(ada, generalId, MARKDOWN);
  for (const who of [ada, grace, maria]) await react(who, list, '🍞');
  await react(noor, list, '❤️');
  const mixed = await noor.say(generalId, MIXED);
  await maria.say(generalId, RUSSIAN);
  await noor.say(generalId, PERSIAN);
  await maria.say(generalId, LONG_WORD);
  await maria.say(generalId, '🎉🍞🐈');
  await reply(ada, generalId, mixed, 'Then we meet at the harbour at noon.');
  const call = await grace.say(generalId, `<@${ada.id}> and <@&${roleId}>: see <#${breadId}> before noon, @here`);
  await reply(noor, generalId, call, 'سأكون هناك.');
  const link = await say(grace, generalId, 'Read this first: https://example.org/rye');
  const edited = await say(ada, generalId, 'We open at eight');
  await grace.call('PUT', `/channels/${generalId}/read`, { seq: edited.seq });
  await ada.call('PATCH', `/messages/${edited.id}`, { content: 'We open at nine, not before' });
  await ada.call('PUT', `/messages/${edited.id}/star`);
  await ada.call('PUT', `/messages/${list.id}/star`);
  await ada.call('PUT', `/messages/${list.id}/pin`);
  await ada.call('PUT', `/messages/${mixed.id}/pin`);
  const gone = await maria.say(generalId, 'never mind');
  await maria.call('DELETE', `/messages/${gone.id}`);
  const hidden = await maria.say(generalId, 'and this, too');
  await ada.call('PUT', `/messages/${hidden.id}/hidden`);
  await spammer.say(generalId, 'Buy cheap watches, only today');
  await ada.call('POST', `/messages/${edited.id}/forward`, { channelIds: [breadId, generalId], content: 'Once more', nonce: randomUUID() });
  const polls = await ask(place);
  const thread = await ada.call('POST', `/channels/${generalId}/threads`, { name: 'Who brings what', messageId: call.id });
  await noor.say(thread.id, 'زيتون وطماطم');
  await grace.say(thread.id, 'And I a cake');
  const asleep = await begin(generalId, 'Old plans', 'From spring.');
  await ada.call('PATCH', `/channels/${asleep.id}`, { archived: true });
  const news = await ada.say(newsId, 'The oven is **hot** again.');
  await ada.call('POST', `/channels/${newsId}/followers`, { targetId: breadId });
  await ada.call('POST', `/messages/${news.id}/publish`);
  await ada.say(newsId, 'And it stays so till May.');
  const post = await begin(forumId, 'Rye or wheat?', 'Which one keeps longer?\n\nI need it for a week at sea.');
  await noor.say(post.id, 'Rye.');
  await begin(forumId, 'كيف أعتني بالخميرة؟', 'هل أضعها في الثلاجة؟');
  await grace.say(generalId, 'Good morning');
  const last = await say(grace, generalId, 'Who has the key?');
  return { threadId: thread.id, postId: post.id, said: { markdown: list, link, edited, last, ...polls } };
}

async function say(who: Resident, channelId: string, content: string, more: object = {}): Promise<Said> {
  const nonce = randomUUID();
  return { ...(await who.call<Said>('POST', `/channels/${channelId}/messages`, { content, nonce, ...more })), nonce };
}

const reply = (who: Resident, channelId: string, { id }: Named, content: string) => say(who, channelId, content, { replyToId: id });

/** One poll that is open and one that has ended. */
async function ask({ ada, grace, noor, maria, generalId }: Place & People): Promise<Record<'open' | 'over', Said>> {
  const poll = (who: Resident, question: string, texts: string[], more: object) =>
    say(who, generalId, '', {
      poll: { question, answers: texts.map((text, index) => ({ text, ...(index === 0 && { emoji: '🥖' }) })), ...more },
    });
  const vote = (who: Resident, { id }: Named, ...answers: number[]) => who.call('PUT', `/messages/${id}/poll/votes`, { answers });
  const over = await poll(maria, 'Где встречаемся?', ['У причала номер семнадцать', 'Дома', 'Nowhere'], {});
  for (const who of [ada, grace]) await vote(who, over, 1);
  await vote(noor, over, 2);
  await maria.call('POST', `/messages/${over.id}/poll/end`);
  const open = await poll(ada, 'ما الخبز الذي نخبزه؟', ['خبز الشعير', 'Rye', 'Ржаной'], { multiple: true, expiresIn: 86_400 });
  await vote(ada, open, 1, 2);
  await vote(grace, open, 2);
  return { open, over };
}

type Conversations = Pick<Furnished, 'directId' | 'groupId' | 'refusingId'>;

async function talkAlone({ ada, grace, noor, maria }: Place & People): Promise<Conversations> {
  const open = async (body: object) => (await ada.call<{ channel: Named }>('POST', '/users/me/channels', body)).channel.id;
  const directId = await open({ userId: grace.id });
  const first = await grace.say(directId, 'Are you there? The ship is in, and half of the flour is wet.');
  await reply(ada, directId, first, 'On my way.');
  await grace.say(directId, 'Bring a towel 🙏');
  const groupId = await open({ userIds: [grace.id, maria.id], name: 'Сад · الحديقة' });
  await ada.say(groupId, 'Who waters the tomatoes?');
  await maria.say(groupId, RUSSIAN);
  const refusingId = await open({ userId: noor.id });
  await noor.say(refusingId, 'مرحبا');
  await noor.call('PUT', `/users/me/relationships/${ada.id}`, { type: 'BLOCKED' });
  return { directId, groupId, refusingId };
}

/** What waits for its time, and what is written and not sent. */
async function putOff({ ada, grace, generalId, breadId }: Place): Promise<void> {
  await ada.call('POST', `/channels/${generalId}/scheduled`, { content: 'Good morning, all', sendAt: inDays(1) });
  await ada.call('POST', `/channels/${breadId}/scheduled`, { content: 'صباح الخير للجميع', sendAt: inDays(9) });
  const flour = await grace.say(breadId, 'Feed the starter');
  await ada.call('POST', `/messages/${flour.id}/reminder`, { remindAt: inDays(2) });
  await ada.call('PUT', `/channels/${breadId}/draft`, { content: 'Half a thought' });
}
