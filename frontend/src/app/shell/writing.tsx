import { permissionsOf, type Channel } from '@hearth/contract';
import { Suspense, type ReactNode } from 'react';
import { WritingGate } from '@/features/moderation/components';
import { usePermissions, useRestriction, type HeldServer } from '@/features/servers';
import { openDialog } from '../dialogs-store';

/** Slow mode does not hold whoever looks after a channel. */
const UNHURRIED = permissionsOf('BYPASS_SLOWMODE', 'MANAGE_MESSAGES', 'MANAGE_CHANNELS');

export interface Writing {
  permissions: bigint;
  /** Stands where one would write, for those who cannot. */
  refusal: ReactNode;
  slowmode: number;
}

/** What the user may do in a channel or thread, and what keeps them from writing there. */
export function useWriting(server: HeldServer, channel: Channel): Writing {
  // Renders again when what holds the user back is over.
  useRestriction(server);
  const permissions = usePermissions(server.id, channel.id);
  return {
    permissions,
    refusal: (
      <Suspense>
        <WritingGate server={server} onExplain={() => openDialog({ kind: 'ownPermissions', channelId: channel.id })} />
      </Suspense>
    ),
    slowmode: (permissions & UNHURRIED) === 0n ? channel.slowmode : 0,
  };
}
