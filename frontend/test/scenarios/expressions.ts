import { type Expression, routes } from '@hearth/contract';
import type { World } from '../world';
import { type Scenarios, fresh } from './scenario';

const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const emojiName = () => fresh('emoji').replaceAll(/\W+/g, '_');

const makeEmoji = ({ ben, hearth }: World): Promise<Expression> =>
  ben.call(routes.createEmoji, { params: { serverId: hearth.id }, body: { name: emojiName(), image: PIXEL } });

const made = {
  'an emoji': {
    prepare: (world) => () => makeEmoji(world),
  },
  'a sticker': {
    prepare:
      ({ ben, hearth }) =>
      () =>
        ben.call(routes.createSticker, { params: { serverId: hearth.id }, body: { name: fresh('Sticker'), image: PIXEL } }),
  },
} satisfies Scenarios;

const renamed = {
  'an emoji is called otherwise': {
    prepare: async (world) => {
      const { id: emojiId } = await makeEmoji(world);
      const { ben, hearth } = world;
      return () => ben.call(routes.updateEmoji, { params: { serverId: hearth.id, emojiId }, body: { name: emojiName() } });
    },
  },
} satisfies Scenarios;

const gone = {
  'an emoji is deleted': {
    prepare: async (world) => {
      const { id: emojiId } = await makeEmoji(world);
      const { ben, hearth } = world;
      return () => ben.call(routes.deleteEmoji, { params: { serverId: hearth.id, emojiId } });
    },
  },
} satisfies Scenarios;

export const expressionScenarios = {
  'expression:create': made,
  'expression:update': renamed,
  'expression:delete': gone,
};
