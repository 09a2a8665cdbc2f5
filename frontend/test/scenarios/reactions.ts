import { routes, type ServerEventEntry } from '@hearth/contract';
import { fresh, type Scenarios } from './scenario';
import type { Device } from '../device';
import type { World } from '../world';

const EMOJI = '🎉';

async function asked({ ben, general }: World, multiple = false): Promise<string> {
  const poll = { question: fresh('Lunch?'), answers: [{ text: 'Soup' }, { text: 'Salad' }], multiple };
  const body = { nonce: crypto.randomUUID(), poll };
  return (await ben.call(routes.createMessage, { params: { channelId: general.id }, body })).id;
}

const react = (device: Device, messageId: string) => device.call(routes.addReaction, { params: { messageId, emoji: EMOJI } });
const vote = (device: Device, messageId: string, answers: number[]) =>
  device.call(routes.vote, { params: { messageId }, body: { answers } });

/** What people have on messages: of others, and of the reader on another device. */
export const takingPart = {
  'somebody reacts, and so does the other device': {
    prepare: async ({ ben, phone, general }) => {
      const { id } = await ben.send(general.id, fresh('look'));
      return async () => {
        await react(ben, id);
        await react(phone, id);
      };
    },
  },
  'the other device takes a reaction back': {
    prepare: async ({ ben, phone, general }) => {
      const { id } = await ben.send(general.id, fresh('look'));
      await react(ben, id);
      await react(phone, id);
      return () => phone.call(routes.removeReaction, { params: { messageId: id, emoji: EMOJI } });
    },
  },
  'somebody votes, and so does the other device': {
    prepare: async (world) => {
      const { ben, phone } = world;
      const id = await asked(world, true);
      return async () => {
        await vote(phone, id, [1, 2]);
        await vote(ben, id, [2]);
        await vote(phone, id, [2]);
      };
    },
  },
  'a poll is ended': {
    follows: ['message:new', 'channel:receipts'],
    prepare: async (world) => {
      const { ben, phone } = world;
      const id = await asked(world);
      await vote(phone, id, [1]);
      return () => ben.call(routes.endPoll, { params: { messageId: id } });
    },
  },
} satisfies Scenarios;

/** What the other device did comes back with all that was missed. */
export const takingPartUnheard = {
  'of a channel in which the other device reacted and voted, unheard': {
    prepare: async (world) => {
      const { tap, phone, ben, general, server } = world;
      const pollId = await asked(world);
      const { id } = await ben.send(general.id, fresh('look'));
      return async () => {
        const { passage } = tap;
        const isKept = ([name]: ServerEventEntry) => name !== 'message:update';
        tap.passage = (frame, pass) => passage(frame.filter(isKept), pass);
        await react(phone, id);
        await vote(phone, pollId, [2]);
        server.passMinute();
        await tap.until('channel:versions');
      };
    },
  },
} satisfies Scenarios;
