import type { Channel } from '@hearth/contract';
import { useState } from 'react';
import { contested, mergeOverwrites } from '../merge';
import { meanTheSame, normalOverwrites, type Overwrite } from '../overwrites';

export interface OverwritesDraft {
  /** What is stored now, with what was decided here in its place. */
  overwrites: Overwrite[];
  /** What is stored now. */
  stored: Overwrite[];
  isDirty: boolean;
  /** About whom somebody else decided otherwise meanwhile. */
  contestedIds: readonly string[];
  change: (overwrites: Overwrite[]) => void;
  reset: () => void;
}

interface Draft {
  /** What was stored when it was made. */
  before: Overwrite[];
  overwrites: Overwrite[];
  contestedIds: readonly string[];
}

/** Rules of a channel as they are being changed, over what others store meanwhile. */
export function useOverwritesDraft(channel: Channel): OverwritesDraft {
  const [draft, setDraft] = useState<Draft | null>(null);
  const stored = normalOverwrites(channel.overwrites);
  const overwrites = draft ? mergeOverwrites(draft.before, draft.overwrites, stored) : stored;
  const met = draft ? contested(draft.before, draft.overwrites, stored) : [];
  const contestedIds = [...new Set([...(draft?.contestedIds ?? []), ...met])];
  return {
    overwrites,
    stored,
    isDirty: !meanTheSame(overwrites, stored),
    contestedIds,
    change: (next) => setDraft({ before: stored, overwrites: next, contestedIds }),
    reset: () => setDraft(null),
  };
}
