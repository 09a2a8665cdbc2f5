import { expect, jest, test } from '@jest/globals';
import { FaceLoader } from './face-loader';

type Load = (serverId: string, userIds: string[]) => Promise<ReadonlyMap<string, string>>;

/** Everybody but `ghost` is there. */
const faces: Load = async (serverId, userIds) =>
  new Map(userIds.filter((userId) => userId !== 'ghost').map((userId) => [userId, `${userId} in ${serverId}`]));

function open(load: Load = faces) {
  const asked = jest.fn(load);
  return { asked, loader: new FaceLoader<string>(2, asked) };
}

test('those who are asked for in the same moment are loaded together, each once', async () => {
  const { asked, loader } = open();
  const found = await Promise.all([loader.get('den', 'ada'), loader.get('den', 'ben'), loader.get('den', 'ada')]);
  expect(found).toEqual(['ada in den', 'ben in den', 'ada in den']);
  expect(asked.mock.calls).toEqual([['den', ['ada', 'ben']]]);
});

test('more than the server answers about at once take several requests, and each server its own', async () => {
  const { asked, loader } = open();
  await Promise.all(['ada', 'ben', 'cyd'].map((userId) => loader.get('den', userId)).concat(loader.get('hall', 'ada')));
  expect(asked.mock.calls).toEqual([
    ['den', ['ada', 'ben']],
    ['den', ['cyd']],
    ['hall', ['ada']],
  ]);
});

test('somebody who is not there has no face', async () => {
  expect(await open().loader.get('den', 'ghost')).toBeNull();
});

test('a request that fails fails for all in it, and the next moment asks again', async () => {
  const lost = new Error('away');
  let isAway = true;
  const { loader } = open((serverId, userIds) => (isAway ? Promise.reject(lost) : faces(serverId, userIds)));
  const outcomes = await Promise.allSettled([loader.get('den', 'ada'), loader.get('den', 'ben')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isAway = false;
  expect(await loader.get('den', 'ada')).toBe('ada in den');
});
