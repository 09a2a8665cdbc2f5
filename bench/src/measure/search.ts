import { Agent, request } from 'node:http';
import { milliseconds, whole, type Row } from '../report.ts';
import { signIn } from '../seed/people.ts';
import { seedSearchIndex } from '../seed/search-index.ts';
import { fragments, rareWord, rareWords, vocabulary } from '../seed/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { percentiles, type Percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const TARGET = 200;
const WARM_UP = 20;
const REQUESTS = 100;

/** What is asked for. */
interface Question {
  q: string;
  sort?: 'relevance';
}

type Ask = (round: number) => Question;

interface Place {
  name: string;
  query: string;
  filter?: string;
}

/** By how often it is found. */
const questions = (messages: number): Record<string, Ask> => ({
  'a common word': (round) => ({ q: vocabulary[round % 20] ?? '' }),
  'a less common word': (round) => ({ q: vocabulary[200 + ((round * 37) % 2_000)] ?? '' }),
  'a rare word': (round) => ({ q: rareWord((round * 7_919) % rareWords(messages)) }),
  'two words': (round) => ({ q: `${vocabulary[round % 20]} ${vocabulary[100 + ((round * 13) % 500)]}` }),
  'a phrase': (round) => ({ q: `"${fragments[(round * 31) % fragments.length]?.split(' ').slice(0, 2).join(' ')}"` }),
  'a part of a word': (round) => ({ q: `are${(round * 7_919) % rareWords(messages)}` }),
  'a word that nobody said': (round) => ({ q: `nobody${round}` }),
  'a common word by relevance': (round) => ({ q: vocabulary[round % 20] ?? '', sort: 'relevance' }),
});

/** Searches of one person in a long history, one after the other over one connection. */
export async function measureSearch(stage: Stage): Promise<Measured> {
  const { id: serverId, channelIds } = await stage.history();
  const { people } = stage.community;
  const from = performance.now();
  await seedSearchIndex(stage.database.hearth, channelIds, (text) => stage.tell(text));
  stage.tell(`indexed in ${((performance.now() - from) / 1_000).toFixed(1)} s`);
  const [token = ''] = await signIn(stage.hearth.url, people.slice(0, 1));
  const places: Place[] = [
    { name: 'a channel', query: `&channelId=${channelIds[0]}` },
    { name: 'a server', query: `&serverId=${serverId}` },
    { name: 'all of a person', query: '' },
    { name: 'what somebody wrote', query: '', filter: `from:${people[1]?.id}` },
  ];
  const details: Record<string, Record<string, Percentiles>> = {};
  const rows: Row[] = [];
  for (const place of places) {
    const found = await inPlace(stage, token, place);
    details[place.name] = Object.fromEntries(Object.entries(found).map(([name, times]) => [name, percentiles(times)]));
    rows.push(...rowsOf(place, stage.options.messages, Object.values(found).flat()));
  }
  return { rows, details };
}

async function inPlace(stage: Stage, token: string, place: Place): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for (const [name, ask] of Object.entries(questions(stage.options.messages))) {
    await timesOf(stage, token, place, ask, WARM_UP);
    const times = await timesOf(stage, token, place, ask, REQUESTS);
    const { p50, p95 } = percentiles(times);
    stage.tell(`${place.name}, ${name}: p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`);
    found[name] = times;
  }
  return found;
}

async function timesOf(stage: Stage, token: string, { query, filter = '' }: Place, ask: Ask, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const { q, sort = 'newest' } = ask(round);
    const path = `/api/v1/search/messages?q=${encodeURIComponent(`${q} ${filter}`.trim())}&sort=${sort}${query}`;
    const start = performance.now();
    const body = await get(agent, `${stage.hearth.url}${path}`, token);
    times.push(performance.now() - start);
    requireHits(body, q);
  }
  agent.destroy();
  return times;
}

const get = (agent: Agent, url: string, token: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers: { Authorization: `Bearer ${token}` } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.once('end', () =>
        response.statusCode === 200 ? resolve(body) : reject(new Error(`search: ${response.statusCode} ${body}`)),
      );
    })
      .once('error', reject)
      .end();
  });

/** Everything found holds what was asked for. */
function requireHits(body: string, q: string): void {
  const { hits } = JSON.parse(body) as { hits: { message: { content: string } }[] };
  const wanted = q.startsWith('"') ? [q.slice(1, -1)] : q.split(' ');
  const wrong = hits.find(({ message }) => !wanted.every((word) => message.content.includes(word)));
  if (wrong) throw new Error(`${q} found ${wrong.message.content}`);
}

function rowsOf({ name }: Place, messages: number, times: number[]): Row[] {
  const { p50, p95 } = percentiles(times);
  return [
    { what: `search in ${name}, ${whole(messages)} messages, p50`, hearth: milliseconds(p50) },
    { what: 'the same, p95', hearth: milliseconds(p95), target: `< ${TARGET} ms`, met: p95 < TARGET },
  ];
}
