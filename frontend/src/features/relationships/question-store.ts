import type { UserSummary } from '@hearth/contract';
import { create } from 'zustand';

export interface Question {
  kind: 'block' | 'unfriend' | 'decline';
  user: UserSummary;
}

interface Questions {
  question: Question | null;
  /** Stays for as long as the dialog takes to go. */
  open: boolean;
}

/** What is asked before it is done. Its dialog stands outside of what asked: menus and cards are gone by then. */
export const useQuestions = create<Questions>(() => ({ question: null, open: false }));

export const askFirst = (question: Question): void => useQuestions.setState({ question, open: true });

export const closeQuestion = (): void => useQuestions.setState({ open: false });
