import type { Upload } from './upload';
import { useTray } from './upload-store';

export interface TrayProgress {
  /** `sending`: some are not on the server yet. `failed`: one cannot be sent. */
  state: 'empty' | 'sending' | 'failed' | 'whole';
  /** How many are on the server, of how many. */
  done: number;
  total: number;
}

export function progressOf(tray: readonly Upload[]): TrayProgress {
  const total = tray.length;
  const done = tray.filter(({ state }) => state === 'done').length;
  const hasFailed = tray.some(({ state }) => state === 'failed');
  return { state: total === 0 ? 'empty' : hasFailed ? 'failed' : done === total ? 'whole' : 'sending', done, total };
}

/** How far the files are that go with what is written. */
export const useTrayProgress = (trayId: string): TrayProgress => progressOf(useTray(trayId));
