import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { applyExpression, withoutExpression, withoutServer } from './cache';
import { noteGone } from './gone-store';
import { changeExpressions, expressionsKey } from './queries';

const loadAgain = (): void => void queryClient.invalidateQueries({ queryKey: expressionsKey });

export const expressionsEvents = {
  ready: loadAgain,
  'server:create': loadAgain,
  'server:delete': ({ serverId }) => changeExpressions((list) => withoutServer(list, serverId)),
  'expression:create': (expression) => changeExpressions((list) => applyExpression(list, expression)),
  'expression:update': (expression) => changeExpressions((list) => applyExpression(list, expression)),
  'expression:delete': ({ expressionId }) => {
    changeExpressions((list) => withoutExpression(list, expressionId));
    noteGone(expressionId);
    void import('./forget-picture').then(({ forgetPicture }) => forgetPicture(expressionId));
  },
} satisfies Partial<EventHandlers>;
