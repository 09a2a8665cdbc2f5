import { describe, expect, it } from '@jest/globals';
import { buildMessage } from './fixtures';
import { DisconnectedError } from '@/realtime';
import { LastWish } from './last-wish';

function scene({ keeps = true } = {}) {
  const wanted = new Map<string, boolean>();
  const sent: boolean[] = [];
  const answers: (() => void)[] = [];
  let refusal: Error | undefined;
  const acknowledged: string[] = [];
  const kept: boolean[] = [];
  const wish = new LastWish<boolean>({
    send: async (_, __, want) => {
      sent.push(want);
      await new Promise<void>((resolve) => answers.push(resolve));
      if (refusal) throw refusal;
      return buildMessage({ seq: 1 });
    },
    acknowledge: ({ id }) => acknowledged.push(id),
    wanted: (messageId, emoji) => wanted.get(messageId + emoji),
    setWanted: (messageId, emoji, want) =>
      void (want === undefined ? wanted.delete(messageId + emoji) : wanted.set(messageId + emoji, want)),
    ...(keeps && { keep: (_: string, __: string, want: boolean) => void kept.push(want) }),
  });
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { wanted, sent, acknowledged, kept, wish, answer, refuse: (error: Error) => (refusal = error) };
}

describe('what is wanted', () => {
  it('shows until the server knows', async () => {
    const { wish, wanted, acknowledged, answer } = scene();
    const done = wish.want('1', '🎉', true);
    expect(wanted.get('1🎉')).toBe(true);
    await answer();
    await done;
    expect(wanted.size).toBe(0);
    expect(acknowledged).toHaveLength(1);
  });

  it('sends the last click after the first one is answered, and nothing in between', async () => {
    const { wish, sent, answer, wanted } = scene();
    const done = wish.want('1', '🎉', true);
    void wish.want('1', '🎉', false);
    void wish.want('1', '🎉', true);
    void wish.want('1', '🎉', false);
    expect(sent).toEqual([true]);
    await answer();
    expect(sent).toEqual([true, false]);
    await answer();
    await done;
    expect(wanted.size).toBe(0);
  });

  it('takes back what is refused, and can try again', async () => {
    const { wish, wanted, sent, answer, refuse } = scene();
    refuse(new Error('no'));
    const done = wish.want('1', '🎉', true);
    void answer();
    await expect(done).rejects.toThrow('no');
    expect(wanted.size).toBe(0);
    void wish.want('1', '🎉', true);
    expect(sent).toEqual([true, true]);
  });

  it('keeps the last click where there is no connection, and shows it', async () => {
    const { wish, wanted, answer, refuse, kept } = scene();
    refuse(new DisconnectedError('gone'));
    const done = wish.want('1', '🎉', true);
    void wish.want('1', '🎉', false);
    void answer();
    await done;
    expect([kept, wanted.get('1🎉')]).toEqual([[false], false]);
  });

  it('is refused there if it is not to be kept', async () => {
    const { wish, wanted, answer, refuse } = scene({ keeps: false });
    refuse(new DisconnectedError('gone'));
    const done = wish.want('1', '🎉', true);
    void answer();
    await expect(done).rejects.toThrow('gone');
    expect(wanted.size).toBe(0);
  });
});
