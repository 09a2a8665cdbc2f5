import { Agent, request } from 'node:http';
import { milliseconds, whole, type Row } from '../report.ts';
import { signIn } from '../seed/people.ts';
import { startInsert } from '../servers.ts';
import type { Stage } from '../stage.ts';
import { interleave, medianOf, percentiles, type Percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const PAGE = 50;
const TARGET = 10;
const WARM_UP = 200;
const REQUESTS = 500;
const ROUNDS = 5;

interface Reader {
  name: string;
  url: string;
  token: string;
}

/** Pages of 50 from anywhere in a long history, one request after the other over one connection. */
export async function measureHistory(stage: Stage): Promise<Measured> {
  const { people } = stage.community;
  const { channelIds } = await stage.history();
  const bare = await startInsert(stage.database);
  stage.lifecycle.defer(() => bare.child.stop());
  const [token = ''] = await signIn(stage.hearth.url, people.slice(0, 1));
  const readers: Reader[] = [
    { name: 'hearth', url: stage.hearth.url, token },
    { name: 'bare', url: bare.url, token },
  ];
  const perChannel = Math.floor(stage.options.messages / channelIds.length);
  const read = (reader: Reader, count: number) => pages(reader, channelIds, perChannel, count);
  for (const reader of readers) await read(reader, WARM_UP);
  const [ours = [], theirs = []] = await stage.profiled('history', () => interleave(ROUNDS, readers, (reader) => read(reader, REQUESTS)));
  await bare.child.stop();
  return {
    rows: rowsOf(stage.options.messages, medianOf(ours), medianOf(theirs)),
    details: { hearth: medianOf(ours), bare: medianOf(theirs) },
  };
}

async function pages({ url, token }: Reader, channelIds: string[], perChannel: number, count: number): Promise<Percentiles> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const channelId = channelIds[Math.floor(Math.random() * channelIds.length)];
    const before = PAGE + 1 + Math.floor(Math.random() * (perChannel - PAGE));
    const start = performance.now();
    const body = await get(agent, `${url}/api/v1/channels/${channelId}/messages?before=${before}&limit=${PAGE}`, token);
    times.push(performance.now() - start);
    requirePage(body, before);
  }
  agent.destroy();
  return percentiles(times);
}

const get = (agent: Agent, url: string, token: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers: { Authorization: `Bearer ${token}` } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.once('end', () =>
        response.statusCode === 200 ? resolve(body) : reject(new Error(`history: ${response.statusCode} ${body}`)),
      );
    })
      .once('error', reject)
      .end();
  });

function requirePage(body: string, before: number): void {
  const { messages } = JSON.parse(body) as { messages: { seq: number }[] };
  const isRight = messages.length === PAGE && messages.every(({ seq }, index) => seq === before - PAGE + index);
  if (!isRight) throw new Error(`the page before ${before} is not the ${PAGE} messages before it`);
}

function rowsOf(messages: number, hearth: Percentiles, bare: Percentiles): Row[] {
  const row = (name: 'p50' | 'p95' | 'p99'): Row => ({
    what: `page of ${PAGE} in a history of ${whole(messages)}, ${name}`,
    hearth: milliseconds(hearth[name]),
    peer: milliseconds(bare[name]),
    ratio: hearth[name] / bare[name],
  });
  return [row('p50'), row('p95'), { ...row('p99'), target: `< ${TARGET} ms`, met: hearth.p99 < TARGET }];
}
