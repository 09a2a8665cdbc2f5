/** @jest-environment node */
import { beforeEach, expect, it } from '@jest/globals';
import { Pictures } from './pictures';

const ORIGIN = 'https://hearth.test';

/** In the order in which they were put. */
let kept: Map<string, string>;
let asked: string[];

const cache = {
  match: async (path: string) => (kept.has(path) ? new Response(kept.get(path)) : undefined),
  put: async (path: string, answer: Response) => void kept.set(path, await answer.text()),
  keys: async () => [...kept.keys()],
  delete: async (path: string) => kept.delete(path),
};

const pictures = (status = 200, open = async () => cache): Pictures =>
  new Pictures('pictures', {
    caches: { open } as unknown as CacheStorage,
    fetch: async ({ url }) => {
      asked.push(new URL(url).pathname);
      return new Response(status === 200 ? 'a picture' : '', { status });
    },
    origin: ORIGIN,
  });

const see = async (from: Pictures, path: string, base = ORIGIN) => (await from.answer(new Request(base + path)))?.text() ?? null;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  kept = new Map();
  asked = [];
});

it('a picture that was seen is there without network', async () => {
  const worker = pictures();
  expect(await see(worker, '/api/v1/files/11/picture')).toBe('a picture');
  await settled();
  expect(await see(worker, '/api/v1/files/11/picture')).toBe('a picture');
  expect(await see(worker, '/api/v1/files/12/icon')).toBe('a picture');
  expect(asked).toEqual(['/api/v1/files/11/picture', '/api/v1/files/12/icon']);
});

it('nothing else is kept, nor what is not to be had', async () => {
  expect(await see(pictures(), '/api/v1/users/me')).toBeNull();
  expect(await see(pictures(), '/api/v1/files/11/picture', 'https://elsewhere.test')).toBeNull();
  expect(await see(pictures(404), '/api/v1/files/12/still')).toBe('');
  await settled();
  expect([...kept]).toEqual([]);
});

it('the oldest go when there are many', async () => {
  for (let id = 1; id <= 700; id += 1) kept.set(`/api/v1/files/${id}/picture`, '');
  await see(pictures(), '/api/v1/files/701/picture');
  await settled();
  expect([kept.size, kept.has('/api/v1/files/701/picture'), kept.has('/api/v1/files/1/picture')]).toEqual([600, true, false]);
});

it('where nothing may be kept, the network answers', async () => {
  const blocked = pictures(200, () => Promise.reject(new Error('blocked')));
  expect(await see(blocked, '/api/v1/files/11/picture')).toBe('a picture');
});
