import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { KEEPER } from './launcher.js';

const patient = `process.on('SIGINT', () => process.exit(7)); console.log('ready'); setInterval(() => undefined, 1000)`;

const keep = (program: string) =>
  spawn('sh', ['-c', KEEPER, 'sh', process.execPath, '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });

describe('the keeper', () => {
  it('interrupts its program when nobody holds the other end of its input', async () => {
    const keeper = keep(patient);
    await once(keeper.stdout, 'data');
    keeper.stdin.destroy();
    expect(await once(keeper, 'exit')).toEqual([7, null]);
  });

  it('ends with the code of a program that ends by itself', async () => {
    expect(await once(keep('process.exit(5)'), 'exit')).toEqual([5, null]);
  });
});
