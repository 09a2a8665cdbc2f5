import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import sharp from 'sharp';
import { eventually } from '../../../test/eventually.js';
import { MediaWorker } from './media-worker.js';
import { MediaService } from './media.service.js';
import type { PictureTask } from './tasks.js';

/** What starts every process; it is public in all but the types. */
type Spawning = { spawn: (options: { envPairs: string[] }) => unknown };

let spawned: jest.SpiedFunction<Spawning['spawn']>;
let media: MediaService;
beforeEach(() => {
  spawned = jest.spyOn(ChildProcess.prototype as unknown as Spawning, 'spawn');
  media = new MediaService(new PinoLogger({ pinoHttp: { level: 'silent' } }));
});
afterEach(() => {
  media.beforeApplicationShutdown();
  spawned.mockRestore();
});

const children = (): ChildProcess[] => spawned.mock.contexts as unknown as ChildProcess[];
async function firstChild(): Promise<ChildProcess> {
  await eventually(
    () => Promise.resolve(children().length),
    (count) => count > 0,
  );
  return children()[0] as ChildProcess;
}
async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}

async function picture(): Promise<PictureTask> {
  const data = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  return { kind: 'picture', data, side: 128 };
}
const unreadable: PictureTask = { kind: 'picture', data: new TextEncoder().encode('no picture'), side: 128 };
const made = { animated: false, variants: [expect.objectContaining({ variant: 'picture', width: 128, height: 85 })] };
const refused = { code: 'VALIDATION', message: 'The picture could not be processed' };

describe('processes for media', () => {
  it('take one task after the other, whatever was wrong with the one before', async () => {
    expect(await media.run(await picture())).toMatchObject(made);
    await expect(media.run(unreadable)).rejects.toMatchObject({ code: 'VALIDATION' });
    expect(await media.run(await picture())).toMatchObject(made);
    expect(children()).toHaveLength(1);
  });

  it('know nothing of the installation', async () => {
    await media.run(await picture());
    const [{ envPairs } = { envPairs: ['none'] }] = spawned.mock.calls[0] ?? [];
    expect(envPairs.filter((pair) => !pair.startsWith('NODE_CHANNEL_'))).toEqual([]);
  });

  it('are two at most', async () => {
    const task = await picture();
    const all = await Promise.all(Array.from({ length: 3 }, () => media.run(task)));
    expect(all).toHaveLength(3);
    expect(children()).toHaveLength(2);
  });

  it('may die of a task, which is refused; the next one works', async () => {
    const task = await picture();
    await media.run(task);
    const child = await firstChild();
    // It is not done before it dies.
    child.kill('SIGSTOP');
    const running = expect(media.run(task)).rejects.toMatchObject(refused);
    await new Promise(setImmediate);
    child.kill('SIGKILL');
    await running;
    expect(await media.run(task)).toMatchObject(made);
    expect(children()).toHaveLength(2);
  });

  it('may die while they rest', async () => {
    await media.run(await picture());
    const child = await firstChild();
    child.kill('SIGKILL');
    await ended(child);
    expect(await media.run(await picture())).toMatchObject(made);
  });

  it('are ended when they take too long', async () => {
    const worker = new MediaWorker();
    const child = await firstChild();
    child.kill('SIGSTOP');
    await expect(worker.run(await picture(), 50)).rejects.toThrow('took too long');
    expect(await ended(child)).toBe('SIGKILL');
    expect(worker.isAlive).toBe(false);
  });

  it('go with the node, at rest and at work', async () => {
    const task = await picture();
    await Promise.all([media.run(task), media.run(task)]);
    // Neither answers any more.
    for (const child of children()) child.kill('SIGSTOP');
    const running = expect(media.run(task)).rejects.toMatchObject(refused);
    await new Promise(setImmediate);
    media.beforeApplicationShutdown();
    await running;
    expect(await Promise.all(children().map(ended))).toEqual(['SIGKILL', 'SIGKILL']);
  });
});
