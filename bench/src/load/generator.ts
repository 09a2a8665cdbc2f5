/** The process that is all the clients: it holds the connections, sends, receives and times. */
import { answer, endWithParent } from '../process/rpc.ts';
import { Audience, type Members, type Span } from './audience.ts';
import { comeBack, type Crowd, type Return } from './crowd.ts';

const audiences = new Map<string, Audience>();

function audience(name: string): Audience {
  const found = audiences.get(name);
  if (!found) throw new Error(`no audience ${name} is connected`);
  return found;
}

const generatorCommands = {
  async connect({ name, ...members }: Members & { name: string }): Promise<number> {
    const connected = await Audience.connect(members);
    audiences.set(name, connected);
    return connected.size;
  },
  async comeBack({ name, channelIds, ...crowd }: Crowd & { name: string }): Promise<Return> {
    const { sockets, back } = await comeBack({ ...crowd, channelIds });
    audiences.set(name, Audience.of(sockets, channelIds[0] ?? ''));
    return back;
  },
  connected: (name: string): number => audience(name).size,
  async disconnect(name: string): Promise<void> {
    await audiences.get(name)?.close();
    audiences.delete(name);
  },
  paced: ({ name, rate, ...span }: Span & { name: string; rate: number }) => audience(name).paced(rate, span),
  closedLoop: ({ name, underWay, ...span }: Span & { name: string; underWay: number }) => audience(name).closedLoop(underWay, span),
  oneByOne: ({ name, count }: { name: string; count: number }) => audience(name).oneByOne(count),
};

export type GeneratorCommands = typeof generatorCommands;

answer(generatorCommands);
endWithParent();
