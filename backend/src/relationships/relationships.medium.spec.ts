import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ignoreUser,
  limits,
  listRelationships,
  removeRelationship,
  requestFriend,
  setRelationship,
  unignoreUser,
  updateMe,
  updateSettings,
  type RelationshipType,
  type Settings,
} from '@hearth/contract';
import { buildCrowd } from '../../test/factories/crowd.js';
import { buildMember, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { RelationshipsService } from './relationships.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

interface Two {
  ada: TestUser;
  ben: TestUser;
}

/** Two people who are in a server together. */
async function acquainted(): Promise<Two> {
  const server = await buildServer(hearth);
  const { user: ben } = await buildMember(hearth, { server });
  return { ada: server.owner, ben };
}

const params = ({ id }: TestUser) => ({ params: { userId: id } });
const set = (caller: TestUser, other: TestUser, body: { type: 'FRIEND' | 'BLOCKED'; expect?: RelationshipType }) =>
  hearth.api.as(caller).call(setRelationship, { ...params(other), body });
const ask = (caller: TestUser, other: TestUser) => set(caller, other, { type: 'FRIEND' });
const block = (caller: TestUser, other: TestUser) => set(caller, other, { type: 'BLOCKED' });
const end = (caller: TestUser, other: TestUser, expected?: RelationshipType) =>
  hearth.api.as(caller).call(removeRelationship, { ...params(other), query: { ...(expected && { expect: expected }) } });
const askByName = (caller: TestUser, username: string) => hearth.api.as(caller).call(requestFriend, { body: { username } });
const list = async (caller: TestUser) => (await hearth.api.as(caller).call(listRelationships)).relationships;
const choose = (caller: TestUser, body: Partial<Settings>) => hearth.api.as(caller).call(updateSettings, { body });

async function typeOf(caller: TestUser, other: TestUser): Promise<RelationshipType | null | undefined> {
  return (await list(caller)).find(({ user }) => user.id === other.id)?.type;
}

async function befriend({ ada, ben }: Two): Promise<void> {
  await ask(ada, ben);
  await ask(ben, ada);
}

const summary = ({ id, username }: TestUser) => ({ id, username, displayName: username, avatar: null });

describe('a friend request', () => {
  it('by id waits for the other and is accepted by asking back; both hear of it', async () => {
    const { ada, ben } = await acquainted();
    const [adas, bens] = [await hearth.connect(ada), await hearth.connect(ben)];
    const sent = await ask(ada, ben);
    expect(sent).toEqual({ user: summary(ben), type: 'OUTGOING', ignored: false, createdAt: expect.any(String) });
    expect(await adas.next('relationship:update')).toEqual(sent);
    expect(await bens.next('relationship:update')).toEqual({ ...sent, user: summary(ada), type: 'INCOMING' });

    expect(await set(ben, ada, { type: 'FRIEND', expect: 'INCOMING' })).toMatchObject({ type: 'FRIEND' });
    expect(await adas.next('relationship:update')).toMatchObject({ user: summary(ben), type: 'FRIEND' });
    expect(await bens.next('relationship:update')).toMatchObject({ user: summary(ada), type: 'FRIEND' });
    expect([await list(ada), await list(ben)]).toMatchObject([[{ type: 'FRIEND' }], [{ type: 'FRIEND' }]]);
  });

  it('stands in ready', async () => {
    const { ada, ben } = await acquainted();
    await ask(ada, ben);
    expect((await hearth.connect(ben)).ready.relationships).toEqual(await list(ben));
    expect((await hearth.connect(ada)).ready.relationships).toMatchObject([{ user: { id: ben.id }, type: 'OUTGOING' }]);
  });

  it('by name reaches strangers, whatever its case; an answer by name accepts', async () => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    expect(await askByName(ada, ` ${ben.username.toUpperCase()} `)).toMatchObject({ user: { id: ben.id }, type: 'OUTGOING' });
    expect(await askByName(ben, ada.username)).toMatchObject({ type: 'FRIEND' });
  });

  it('once more changes nothing and tells nobody', async () => {
    const { ada, ben } = await acquainted();
    const first = await ask(ada, ben);
    const bens = await hearth.connect(ben);
    expect(await ask(ada, ben)).toEqual(first);
    await bens.settle();
    expect(bens.all('relationship:update')).toEqual([]);
  });

  it('is declined, cancelled, and friends part', async () => {
    const { ada, ben } = await acquainted();
    const bens = await hearth.connect(ben);
    for (const [asked, ended] of [
      [ada, ben],
      [ada, ada],
    ] as const) {
      await ask(asked, asked === ada ? ben : ada);
      await end(ended, ended === ada ? ben : ada);
      expect([await list(ada), await list(ben)]).toEqual([[], []]);
    }
    await befriend({ ada, ben });
    await end(ada, ben, 'FRIEND');
    expect([await list(ada), await list(ben)]).toEqual([[], []]);
    await bens.next('relationship:update', ({ type }) => type === 'FRIEND');
    expect(await bens.next('relationship:update', ({ type }) => type === null)).toMatchObject({ user: summary(ada), ignored: false });
    await expect(end(ada, ben)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('by id is not for strangers, who do not learn that the id is somebody', async () => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    for (const other of [ben, { ...ben, id: '1' }]) await expect(ask(ada, other)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it.each(['servers', 'nobody'] as const)('by a stranger to whoever takes those of %s finds nobody', async (friendRequests) => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    await choose(ben, { friendRequests });
    await expect(askByName(ada, ben.username)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await expect(askByName(ada, 'nobody.has.this.name')).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    expect(await list(ben)).toEqual([]);
  });

  it('by a member of the same server follows the setting', async () => {
    const { ada, ben } = await acquainted();
    await choose(ben, { friendRequests: 'nobody' });
    await expect(ask(ada, ben)).rejects.toMatchObject({ code: 'NOT_ACCEPTED', status: 403 });
    await expect(askByName(ada, ben.username)).rejects.toMatchObject({ code: 'NOT_ACCEPTED' });
    await choose(ben, { friendRequests: 'servers' });
    expect(await askByName(ada, ben.username)).toMatchObject({ type: 'OUTGOING' });
  });

  it('of oneself is refused', async () => {
    const ada = await buildUser(hearth);
    await expect(askByName(ada, ada.username)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.username' }] });
    for (const act of [ask(ada, ada), block(ada, ada), hearth.api.as(ada).call(ignoreUser, params(ada))]) {
      await expect(act).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'params.userId' }] });
    }
  });

  it('expects what the caller saw', async () => {
    const { ada, ben } = await acquainted();
    await ask(ada, ben);
    await end(ada, ben);
    await expect(set(ben, ada, { type: 'FRIEND', expect: 'INCOMING' })).rejects.toMatchObject({ code: 'CONFLICT', status: 409 });
    await befriend({ ada, ben });
    await expect(end(ada, ben, 'OUTGOING')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await typeOf(ada, ben)).toBe('FRIEND');
  });
});

describe('what is not a request', () => {
  it.each([{}, { type: 'OUTGOING' }, { type: 'FRIEND', expect: 'LOVE' }, { type: null }])('%j is refused', async (body) => {
    const { ada, ben } = await acquainted();
    const answer = await hearth.api.as(ada).send('put', `/users/me/relationships/${ben.id}`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', status: 400 });
  });

  it.each([{}, { username: 'a' }, { username: 'a b' }, { username: 'x'.repeat(33) }, { username: 7 }])('%j is no name', async (body) => {
    const answer = await hearth.api.as(await buildUser(hearth)).send('post', '/users/me/relationships', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.username' }] });
  });

  it('ids that are none are refused', async () => {
    const ada = await buildUser(hearth);
    for (const [method, path] of [
      ['put', 'x'],
      ['delete', 'x'],
      ['put', 'x/ignore'],
      ['delete', '0/ignore'],
      ['delete', '5?expect=LOVE'],
    ] as const) {
      const answer = await hearth.api
        .as(ada)
        .send(method, `/users/me/relationships/${path}`, method === 'put' ? { type: 'FRIEND' } : undefined);
      expect(answer.body).toMatchObject({ code: 'VALIDATION' });
    }
  });
});

describe('a block', () => {
  it('ends friendship on both sides; the blocked person hears only that', async () => {
    const { ada, ben } = await acquainted();
    await befriend({ ada, ben });
    const [adas, bens] = [await hearth.connect(ada), await hearth.connect(ben)];
    await block(ada, ben);
    expect(await adas.next('relationship:update')).toMatchObject({ user: summary(ben), type: 'BLOCKED' });
    expect(await bens.next('relationship:update')).toMatchObject({ user: summary(ada), type: null, ignored: false });
    expect(await list(ben)).toEqual([]);
    await expect(ask(ben, ada)).rejects.toMatchObject({ code: 'NOT_ACCEPTED' });
    await expect(ask(ada, ben)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it.each([
    ['of theirs', true],
    ['of the own', false],
  ])('ends a request %s', async (_, isTheirs) => {
    const { ada, ben } = await acquainted();
    await (isTheirs ? ask(ben, ada) : ask(ada, ben));
    await block(ada, ben);
    expect([await typeOf(ada, ben), await list(ben)]).toEqual(['BLOCKED', []]);
  });

  it('of somebody who is nothing to them tells them nothing', async () => {
    const { ada, ben } = await acquainted();
    const bens = await hearth.connect(ben);
    await block(ada, ben);
    await bens.settle();
    expect(bens.names()).toEqual([]);
  });

  it('by both holds until both take it back', async () => {
    const { ada, ben } = await acquainted();
    await block(ada, ben);
    await block(ben, ada);
    await end(ada, ben);
    expect([await typeOf(ada, ben), await typeOf(ben, ada)]).toEqual([undefined, 'BLOCKED']);
    await expect(ask(ada, ben)).rejects.toMatchObject({ code: 'NOT_ACCEPTED' });
    await end(ben, ada, 'BLOCKED');
    expect(await ask(ada, ben)).toMatchObject({ type: 'OUTGOING' });
  });

  it('sounds to a stranger as if nobody had the name', async () => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    await askByName(ben, ada.username);
    await block(ada, ben);
    await expect(askByName(ben, ada.username)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('raises the access version of their conversation, and so does its end', async () => {
    const { ada, ben } = await acquainted();
    const id = BigInt(ada.id) + 1n;
    const recipients = { create: [ada, ben].map((person) => ({ userId: BigInt(person.id) })) };
    await hearth.db.channel.create({ data: { id, type: 'DM', name: '', position: 0, recipients } });
    const version = async () => (await hearth.db.channel.findUniqueOrThrow({ where: { id } })).accessVersion;
    const before = await version();
    await block(ada, ben);
    expect(await version()).toBe(before + 1);
    await block(ada, ben);
    expect(await version()).toBe(before + 1);
    await end(ada, ben);
    expect(await version()).toBe(before + 2);
  });
});

describe('ignoring', () => {
  const ignore = (caller: TestUser, other: TestUser) => hearth.api.as(caller).call(ignoreUser, params(other));
  const unignore = (caller: TestUser, other: TestUser) => hearth.api.as(caller).call(unignoreUser, params(other));

  it('stands beside friendship, and only the one who ignores knows', async () => {
    const { ada, ben } = await acquainted();
    await befriend({ ada, ben });
    const [adas, bens] = [await hearth.connect(ada), await hearth.connect(ben)];
    const ignored = await ignore(ada, ben);
    expect(ignored).toMatchObject({ type: 'FRIEND', ignored: true });
    expect(await adas.next('relationship:update')).toEqual(ignored);
    expect(await ignore(ada, ben)).toEqual(ignored);
    await end(ben, ada);
    expect(await list(ada)).toMatchObject([{ type: null, ignored: true }]);
    await unignore(ada, ben);
    expect(await list(ada)).toEqual([]);
    await bens.settle();
    expect(bens.all('relationship:update').every((news) => !news.ignored)).toBe(true);
    await expect(unignore(ada, ben)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not for strangers', async () => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    await expect(ignore(ada, ben)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});

describe('at the same moment', () => {
  const ROUNDS = 4;

  it('two who ask each other become friends', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ada, ben } = await acquainted();
      const [adas, bens] = [await hearth.connect(ada), await hearth.connect(ben)];
      await Promise.all([ask(ada, ben), ask(ben, ada)]);
      expect([await typeOf(ada, ben), await typeOf(ben, ada)]).toEqual(['FRIEND', 'FRIEND']);
      await Promise.all([adas.settle(), bens.settle()]);
      for (const socket of [adas, bens]) expect(socket.all('relationship:update').at(-1)).toMatchObject({ type: 'FRIEND' });
    }
  });

  it('one accepts and the other cancels: the first one wins, and nobody is asked anew', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ada, ben } = await acquainted();
      await ask(ada, ben);
      const [accepted, cancelled] = await Promise.allSettled([
        set(ben, ada, { type: 'FRIEND', expect: 'INCOMING' }),
        end(ada, ben, 'OUTGOING'),
      ]);
      expect([accepted, cancelled].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const expected = accepted.status === 'fulfilled' ? 'FRIEND' : undefined;
      expect([await typeOf(ada, ben), await typeOf(ben, ada)]).toEqual([expected, expected]);
    }
  });

  it('one blocks and the other asks: the block stays and the request does not', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ada, ben } = await acquainted();
      await Promise.allSettled([ask(ben, ada), block(ada, ben)]);
      expect([await typeOf(ada, ben), await list(ben)]).toEqual(['BLOCKED', []]);
    }
  });

  it('both block', async () => {
    const { ada, ben } = await acquainted();
    await Promise.all([block(ada, ben), block(ben, ada)]);
    expect([await typeOf(ada, ben), await typeOf(ben, ada)]).toEqual(['BLOCKED', 'BLOCKED']);
  });
});

describe('a limit', () => {
  /** Rows of people who are nobody else. */
  async function fill(userId: string, type: RelationshipType, count: number): Promise<void> {
    const first = BigInt(userId) + 10n;
    const ids = Array.from({ length: count }, (_, index) => first + BigInt(index));
    await hearth.db.user.createMany({
      data: ids.map((id) => ({ id, username: `filler${id}`, displayName: 'Filler', passwordHash: '' })),
      skipDuplicates: true,
    });
    await hearth.db.relationship.createMany({ data: ids.map((otherId) => ({ userId: BigInt(userId), otherId, type })) });
  }
  const reached = { code: 'LIMIT_REACHED', status: 409 };

  it('of friends holds for both, also for the one who accepts', async () => {
    const { ada, ben } = await acquainted();
    await fill(ada.id, 'FRIEND', limits.friendsPerUser);
    await ask(ada, ben);
    await expect(ask(ben, ada)).rejects.toMatchObject(reached);
    expect(await typeOf(ben, ada)).toBe('INCOMING');
  });

  it('of open requests holds for many at once', async () => {
    const { ada, ben } = await acquainted();
    const cyd = await buildUser(hearth);
    await fill(ada.id, 'OUTGOING', limits.outgoingRequests - 1);
    const answers = await Promise.allSettled([ask(ada, ben), askByName(ada, cyd.username)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of waiting requests protects whom many ask, and a stranger does not learn of it', async () => {
    const { ada, ben } = await acquainted();
    await fill(ben.id, 'INCOMING', limits.incomingRequests);
    await expect(ask(ada, ben)).rejects.toMatchObject(reached);
    await expect(askByName(await buildUser(hearth), ben.username)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of hidden people counts blocks and ignored ones', async () => {
    const { ada, ben } = await acquainted();
    await fill(ada.id, 'BLOCKED', limits.hiddenPeople);
    await expect(block(ada, ben)).rejects.toMatchObject(reached);
    await expect(hearth.api.as(ada).call(ignoreUser, params(ben))).rejects.toMatchObject(reached);
  });
});

describe('what other features ask', () => {
  it('who blocks whom and who are friends', async () => {
    const { ada, ben } = await acquainted();
    const service = hearth.get(RelationshipsService);
    await befriend({ ada, ben });
    expect([await service.areFriends(ada.id, ben.id), await service.friendIds(ben.id)]).toEqual([true, [ada.id]]);
    await block(ada, ben);
    expect([await service.blocks(ada.id, ben.id), await service.blocks(ben.id, ada.id)]).toEqual([true, false]);
    expect([await service.areFriends(ada.id, ben.id), await service.friendIds(ben.id)]).toEqual([false, []]);
  });

  it('tells when a friendship begins and ends, and nothing else', async () => {
    const { ada, ben } = await acquainted();
    const told: boolean[] = [];
    hearth.get(RelationshipsService).friendships.add(({ userIds, areFriends }) => {
      if (userIds.includes(ada.id) && userIds.includes(ben.id)) told.push(areFriends);
    });
    await befriend({ ada, ben });
    await block(ada, ben);
    await end(ada, ben);
    expect(told).toEqual([true, false]);
  });

  it.each([
    ['everyone', [true, true, true]],
    ['servers', [false, true, true]],
    ['friends', [false, false, true]],
  ] as const)('who may begin a conversation with whoever lets in %s', async (directMessages, expected) => {
    const service = hearth.get(RelationshipsService);
    const { ada, ben } = await acquainted();
    const stranger = await buildUser(hearth);
    const friend = await buildUser(hearth);
    await askByName(friend, ada.username);
    await ask(ada, friend);
    await choose(ada, { directMessages });
    expect(await Promise.all([stranger, ben, friend].map(({ id }) => service.mayBeginConversation(id, ada.id)))).toEqual(expected);
    expect(await hearth.db.$transaction((transaction) => service.holdUnblocked(transaction, friend.id, ada.id))).toBe(true);
  });

  it('nobody begins one across a block, nor with themselves, nor with nobody', async () => {
    const service = hearth.get(RelationshipsService);
    const { ada, ben } = await acquainted();
    await choose(ada, { directMessages: 'everyone' });
    await block(ada, ben);
    expect(await service.mayBeginConversation(ada.id, ben.id)).toBe(false);
    expect(await service.mayBeginConversation(ben.id, ada.id)).toBe(false);
    expect(await service.mayBeginConversation(ada.id, ada.id)).toBe(false);
    const hold = (otherId: string) => hearth.db.$transaction((transaction) => service.holdUnblocked(transaction, ada.id, otherId));
    expect([await hold(ben.id), await hold('1')]).toEqual([false, false]);
  });
});

it('many changes of one person at once do not wait for each other for ever', async () => {
  const server = await buildServer(hearth);
  const people = await buildCrowd(hearth, server, 14);
  const api = hearth.api.as(server.owner);
  for (const userId of people) await api.call(ignoreUser, { params: { userId } });
  await Promise.all(people.map((userId) => api.call(unignoreUser, { params: { userId } })));
  expect(await list(server.owner)).toEqual([]);
});

it('a new name reaches those in whose lists somebody stands', async () => {
  const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
  await askByName(ada, ben.username);
  const [adas, stranger] = [await hearth.connect(ada), await hearth.connect(await buildUser(hearth))];
  await hearth.api.as(ben).call(updateMe, { body: { displayName: 'Benjamin' } });
  expect(await adas.next('user:update')).toMatchObject({ id: ben.id, displayName: 'Benjamin' });
  await stranger.settle();
  expect(stranger.names()).toEqual([]);
});

it('requests run out, by name and by id alike, and accepting does not', async () => {
  const strict = await startTestApp({ env: { RATE_LIMIT_SCALE: '1' } });
  try {
    const [ada, ben] = [await buildUser(strict), await buildUser(strict)];
    await strict.api.as(ben).call(requestFriend, { body: { username: ada.username } });
    const outcomes: string[] = [];
    for (let round = 0; round < 21; round += 1) {
      const answer = await strict.api.as(ada).send('post', '/users/me/relationships', { username: `nobody${round}` });
      outcomes.push((answer.body as { code: string }).code);
    }
    expect(outcomes.slice(0, 20)).toEqual(Array(20).fill('NOT_FOUND'));
    expect(outcomes[20]).toBe('RATE_LIMITED');
    await expect(strict.api.as(ada).call(setRelationship, { ...params(ben), body: { type: 'FRIEND' } })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    const accept = { ...params(ben), body: { type: 'FRIEND', expect: 'INCOMING' } } as const;
    expect(await strict.api.as(ada).call(setRelationship, accept)).toMatchObject({ type: 'FRIEND' });
  } finally {
    await strict.close();
  }
});
