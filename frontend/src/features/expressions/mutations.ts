import type { Expression } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { applyExpression, withoutExpression } from './cache';
import { changeExpressions } from './queries';

type Home = Pick<Expression, 'serverId' | 'type'>;

const hold = (expression: Expression): void => changeExpressions((list) => applyExpression(list, expression));

/** @param body with a data URL of the picture */
export async function createExpression({ serverId, type }: Home, body: { name: string; image: string }): Promise<void> {
  const params = { serverId };
  hold(await (type === 'EMOJI' ? call('createEmoji', { params, body }) : call('createSticker', { params, body })));
}

/** Takes the new name. */
export const useRenameExpression = ({ id, serverId, type }: Expression) =>
  useMutation({
    mutationFn: (name: string) =>
      type === 'EMOJI'
        ? call('updateEmoji', { params: { serverId, emojiId: id }, body: { name } })
        : call('updateSticker', { params: { serverId, stickerId: id }, body: { name } }),
    onSuccess: hold,
  });

export const useDeleteExpression = ({ id, serverId, type }: Expression) =>
  useMutation({
    mutationFn: () =>
      type === 'EMOJI'
        ? call('deleteEmoji', { params: { serverId, emojiId: id }, query: {} })
        : call('deleteSticker', { params: { serverId, stickerId: id }, query: {} }),
    onSuccess: () => changeExpressions((list) => withoutExpression(list, id)),
  });
