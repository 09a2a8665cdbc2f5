import { describe, expect, it } from '@jest/globals';
import type { Expression } from '@hearth/contract';
import { applyExpression, withoutExpression, withoutServer } from './cache';

const emoji = (id: string, more: Partial<Expression> = {}): Expression => ({
  id,
  serverId: '1',
  type: 'EMOJI',
  name: `emoji_${id}`,
  animated: false,
  creatorId: null,
  createdAt: '2026-11-22T10:00:00.000Z',
  ...more,
});

describe('held expressions', () => {
  it('take a new one in its place by id', () => {
    expect(applyExpression([emoji('9'), emoji('100')], emoji('20'))).toEqual([emoji('9'), emoji('20'), emoji('100')]);
  });

  it('take another name, also twice', () => {
    const renamed = emoji('9', { name: 'other' });
    const once = applyExpression([emoji('9'), emoji('20')], renamed);
    expect(once).toEqual([renamed, emoji('20')]);
    expect(applyExpression(once, renamed)).toEqual(once);
  });

  it('lose one, and all of a server', () => {
    const list = [emoji('9'), emoji('20', { serverId: '2' })];
    expect(withoutExpression(list, '9')).toEqual([list[1]]);
    expect(withoutServer(list, '2')).toEqual([list[0]]);
  });
});
