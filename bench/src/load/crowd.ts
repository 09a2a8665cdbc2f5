import { setTimeout as sleep } from 'node:timers/promises';
import { RawSocket } from './raw-socket.ts';

export interface Crowd {
  url: string;
  tokens: string[];
  /** Of each one, the channel that they look at: what changed there is asked for. */
  channelIds: string[];
}

export interface Return {
  /** From the moment at which all lost the connection until each is back and has caught up, in milliseconds. */
  times: Float64Array;
  /** Attempts that failed. */
  failures: number;
}

/** As the app does it, in milliseconds. */
const BACKOFF = { first: 500, most: 15_000 };
const PATIENCE = 120_000;

/**
 * People whose connections broke in the same moment, and who come back as the app does: after a pause that differs, with what became of the
 * channel that they look at.
 */
export async function comeBack({ url, tokens, channelIds }: Crowd): Promise<{ sockets: RawSocket[]; back: Return }> {
  const start = performance.now();
  const sockets: RawSocket[] = [];
  const times = new Float64Array(tokens.length);
  let failures = 0;

  async function one(token: string, index: number): Promise<void> {
    for (let tries = 0; performance.now() - start < PATIENCE; tries += 1) {
      await sleep(Math.min(BACKOFF.most, BACKOFF.first * 2 ** tries) * (0.5 + Math.random() / 2));
      try {
        sockets[index] = await RawSocket.connect({ url, token, compress: true });
        await catchUp(url, token, channelIds[index] ?? '');
        times[index] = performance.now() - start;
        return;
      } catch {
        failures += 1;
      }
    }
    throw new Error(`somebody was not back after ${PATIENCE / 1_000} seconds`);
  }

  await Promise.all(tokens.map(one));
  return { sockets, back: { times, failures } };
}

async function catchUp(url: string, token: string, channelId: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/channels/${channelId}/changes?after=0&limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`changes: ${answer.status}`);
  await answer.arrayBuffer();
}
