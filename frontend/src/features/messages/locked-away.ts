import type { Message } from '@hearth/contract';
import { create } from 'zustand';

/** An own file that nobody gets any more. */
export interface LockedFile {
  id: string;
  name: string;
  /** What was found in it. */
  threat: string | undefined;
}

/** Those that were not shown yet. */
export const useLockedFiles = create<{ files: readonly LockedFile[] }>(() => ({ files: [] }));

const told = new Set<string>();

/** Each is told of once. */
export function noteLocked({ attachments }: Message): void {
  const found = attachments.filter(({ id, state }) => state === 'quarantined' && !told.has(id));
  if (found.length === 0) return;
  for (const { id } of found) told.add(id);
  useLockedFiles.setState(({ files }) => ({ files: [...files, ...found.map(({ id, name, threat }) => ({ id, name, threat }))] }));
}

export const takeLocked = (): void => useLockedFiles.setState({ files: [] });
