import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { applyExpression, withoutExpression, withoutServer } from './cache';
import { noteGone } from './gone-store';
import { changeHeld, expressionsKey } from './queries';

const loadAgain = (): void => void queryClient.invalidateQueries({ queryKey: expressionsKey });

export const expressionsEvents = {
  ready: loadAgain,
  'server:create': loadAgain,
  'server:delete': ({ serverId }) => changeHeld((list) => withoutServer(list, serverId)),
  'expression:create': (expression) => changeHeld((list) => applyExpression(list, expression)),
  'expression:update': (expression) => changeHeld((list) => applyExpression(list, expression)),
  'expression:delete': ({ expressionId }) => {
    changeHeld((list) => withoutExpression(list, expressionId));
    noteGone(expressionId);
    void import('./forget-picture').then(({ forgetPicture }) => forgetPicture(expressionId));
  },
} satisfies Partial<EventHandlers>;
