import { describe, expect, it } from '@jest/globals';
import { pollInput } from '@hearth/contract';
import { draftOfPoll, emptyDraft, inputOf, withAnswer, type PollDraft } from './draft';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const draft = (change: Partial<PollDraft> = {}): PollDraft => ({
  ...emptyDraft(),
  question: ' Lunch? ',
  answers: [
    { key: 1, text: ' Soup ', emoji: '🍲' },
    { key: 2, text: '' },
    { key: 3, text: 'Salad' },
  ],
  ...change,
});

describe('a draft of a poll', () => {
  it('becomes what the server takes, without what says nothing', () => {
    const input = inputOf(draft(), NOW);
    expect(input).toEqual({ question: 'Lunch?', answers: [{ text: 'Soup', emoji: '🍲' }, { text: 'Salad' }], expiresIn: 86_400 });
    expect(pollInput.parse(input)).toEqual(input);
    expect(inputOf(draft({ forHours: null, multiple: true }), NOW)).toMatchObject({ multiple: true });
  });

  it.each([
    ['no question', { question: ' ' }],
    ['one answer', { answers: [{ key: 1, text: 'Soup' }] }],
    ['no moment', { forHours: 'until', until: '' }],
    ['a moment that is over', { forHours: 'until', until: '2026-11-21T11:00:00Z' }],
    ['a moment that is far', { forHours: 'until', until: '2027-11-21T11:00:00Z' }],
  ] as const)('with %s cannot be asked yet', (_, change) => expect(inputOf(draft(change), NOW)).toBeNull());

  it('may end at any moment', () => {
    expect(inputOf(draft({ forHours: 'until', until: '2026-11-21T13:30:00Z' }), NOW)?.expiresIn).toBe(5_400);
  });

  it('can be made of what was refused', () => {
    const input = inputOf(draft({ forHours: 8 }), NOW);
    expect(input && inputOf(draftOfPoll(input), NOW)).toEqual(input);
  });

  it('takes more answers', () => expect(withAnswer(draft()).answers.map(({ key }) => key)).toEqual([1, 2, 3, 4]));
});
