import type { UserSummary } from '@hearth/contract';
import { create } from 'zustand';

/** What somebody wants to do about somebody, each with a dialog of its own. */
export type ModerationAct =
  | { kind: 'kick' | 'timeout' | 'nickname'; serverId: string; user: UserSummary }
  | { kind: 'ban'; serverId: string; user: UserSummary; isMember: boolean }
  | { kind: 'reportUser'; serverId: string | null; user: UserSummary }
  | { kind: 'reportMessage'; messageId: string; user: UserSummary; text: string };

interface Acts {
  act: ModerationAct | null;
  /** Stays for as long as the dialog takes to go. */
  open: boolean;
  /** Every opening is a dialog of its own, with nothing left of the one before. */
  count: number;
}

export const useActs = create<Acts>(() => ({ act: null, open: false, count: 0 }));

/** Asks for the rest in a dialog. */
export const beginAct = (act: ModerationAct): void => useActs.setState(({ count }) => ({ act, open: true, count: count + 1 }));

export const endAct = (): void => useActs.setState({ open: false });
