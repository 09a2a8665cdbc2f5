import { limits, type PollInput } from '@hearth/contract';
import { create } from 'zustand';

export interface DraftAnswer {
  /** Stays while others come and go. */
  key: number;
  text: string;
  emoji?: string | undefined;
}

/** `forHours`: how long it is open; null: until somebody ends it; `until`: what the field for a moment says. */
export interface PollDraft {
  question: string;
  answers: readonly DraftAnswer[];
  multiple: boolean;
  forHours: number | null | 'until';
  until: string;
}

export const HOURS = [1, 4, 8, 24, 72, 168] as const;
const HOUR = 3_600;

export const emptyDraft = (): PollDraft => ({
  question: '',
  answers: [
    { key: 1, text: '' },
    { key: 2, text: '' },
  ],
  multiple: false,
  forHours: 24,
  until: '',
});

/** What was asked and refused, to be asked in other words. */
export const draftOfPoll = ({ question, answers, multiple = false, expiresIn }: PollInput): PollDraft => {
  const hours = HOURS.find((each) => each * HOUR === expiresIn);
  return {
    ...emptyDraft(),
    question,
    multiple,
    answers: answers.map(({ text, emoji }, index) => ({ key: index + 1, text, emoji })),
    forHours: expiresIn === undefined ? null : (hours ?? 24),
  };
};

export const withAnswer = (draft: PollDraft): PollDraft => ({
  ...draft,
  answers: [...draft.answers, { key: Math.max(...draft.answers.map(({ key }) => key)) + 1, text: '' }],
});

/** What is asked; null while it cannot be. Answers without words are left out. @param now Unix time in milliseconds */
export function inputOf({ question, answers, multiple, forHours, until }: PollDraft, now: number): PollInput | null {
  const given = answers.filter(({ text }) => text.trim() !== '');
  const expiresIn = secondsOf(forHours, until, now);
  if (question.trim() === '' || given.length < limits.poll.answers.min || expiresIn === 'wrong') return null;
  return {
    question: question.trim(),
    answers: given.map(({ text, emoji }) => ({ text: text.trim(), ...(emoji && { emoji }) })),
    ...(multiple && { multiple }),
    ...(expiresIn !== null && { expiresIn }),
  };
}

function secondsOf(forHours: PollDraft['forHours'], until: string, now: number): number | null | 'wrong' {
  if (forHours !== 'until') return forHours === null ? null : forHours * HOUR;
  const seconds = Math.round((new Date(until).getTime() - now) / 1_000);
  return seconds >= limits.poll.seconds.min && seconds <= limits.poll.seconds.max ? seconds : 'wrong';
}

/** In which channel a poll is being made. */
export const usePollDialog = create<{ channelId: string | null; draft: PollDraft }>()(() => ({ channelId: null, draft: emptyDraft() }));

export const makePoll = (channelId: string, draft: PollDraft = emptyDraft()): void => usePollDialog.setState({ channelId, draft });

export const closePollDialog = (): void => usePollDialog.setState({ channelId: null });
