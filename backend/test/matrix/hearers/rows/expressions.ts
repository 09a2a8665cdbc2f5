import { createEmoji, deleteEmoji, updateEmoji, type Expression } from '@hearth/contract';
import { pictureUrl } from '../../../factories/pictures.js';
import type { HearerRows } from '../row.js';
import type { Stage } from '../stage.js';

const params = ({ serverId }: Stage) => ({ serverId });
const make = (stage: Stage): Promise<Expression> =>
  stage.api.call(createEmoji, { params: params(stage), body: { name: 'made', image: pictureUrl() } });
const at = (stage: Stage, { id: emojiId }: Expression) => ({ ...params(stage), emojiId });

export const expressionRows: HearerRows<'expression:create' | 'expression:update' | 'expression:delete'> = {
  'expression:create': {
    circle: 'server',
    act: async (stage) => {
      const { id } = await make(stage);
      return (payload) => payload.id === id;
    },
  },
  'expression:update': {
    circle: 'server',
    act: async (stage) => {
      const emoji = await make(stage);
      await stage.api.call(updateEmoji, { params: at(stage, emoji), body: { name: 'renamed' } });
      return ({ id }) => id === emoji.id;
    },
  },
  'expression:delete': {
    circle: 'server',
    act: async (stage) => {
      const emoji = await make(stage);
      await stage.api.call(deleteEmoji, { params: at(stage, emoji), query: {} });
      return ({ expressionId }) => expressionId === emoji.id;
    },
  },
};
