import { expect, test } from '@jest/globals';
import { limits } from '@hearth/contract';
import { UploadsWorld } from './fake-uploads';
import { liesIn } from './upload';
import { progressOf } from './use-tray-progress';

test('files are sent together once all of them are there, and not while one of them cannot be', async () => {
  const world = new UploadsWorld();
  const now = () => progressOf(world.shown);
  expect(now()).toEqual({ state: 'empty', done: 0, total: 0 });
  world.add(1, 2);
  await world.settle();
  for (const key of ['1', '2']) world.of(key).locate(key);
  world.of('1').end();
  await world.settle();
  expect(now()).toEqual({ state: 'sending', done: 1, total: 2 });
  world.add(0);
  expect(now().state).toBe('failed');
  world.queue.remove('3');
  world.of('2').end();
  await world.settle();
  expect(now()).toEqual({ state: 'whole', done: 2, total: 2 });
});

test('what is written in a dialog has files apart from its channel, of which nothing stays once they are sent', async () => {
  const world = new UploadsWorld();
  world.add(1);
  const files = Array.from({ length: limits.attachments + 1 }, () => ({ file: new Blob(['x']), name: 'x.bin', isSmaller: false }));
  expect(world.queue.add('1', files, 'dialog')).toBe(1);
  const keysIn = (trayId: string) => world.shown.filter(liesIn(trayId)).map(({ key }) => key);
  expect([keysIn('1'), keysIn('dialog').length]).toEqual([['1'], limits.attachments]);
  await world.settle();
  world.of('2').locate('72');
  world.queue.letGo(keysIn('dialog'));
  expect([world.states, world.givenUp]).toEqual([['1: sending'], []]);
});
