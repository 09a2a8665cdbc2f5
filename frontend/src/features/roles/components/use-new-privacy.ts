import { hasPermission } from '@hearth/contract';
import { useState } from 'react';
import { useChannel } from '@/features/channels';
import { usePermissions, type HeldServer } from '@/features/servers';
import { initialPrivacy, overwritesFor, type Privacy } from '../new-channel';
import type { Overwrite } from '../overwrites';

interface NewPrivacy {
  privacy: Privacy;
  change: (privacy: Privacy) => void;
  /** Undefined: those of the category. */
  overwrites: () => Overwrite[] | undefined;
}

/** Who will see a channel in this category; another category begins anew. */
export function useNewPrivacy(server: HeldServer, parentId: string | null): NewPrivacy {
  const category = useChannel(parentId ?? '');
  const permissions = usePermissions(server.id);
  // Administrators see everything without being named.
  const self = hasPermission(permissions, 'ADMINISTRATOR') ? null : ({ id: server.me.user.id, type: 'MEMBER' } as const);
  const [chosen, setChosen] = useState<{ parentId: string | null; privacy: Privacy } | null>(null);
  const isChosen = chosen !== null && chosen.parentId === parentId;
  const privacy = isChosen ? chosen.privacy : initialPrivacy(category, server.id, self);
  return {
    privacy,
    change: (next) => setChosen({ parentId, privacy: next }),
    overwrites: () => (isChosen ? overwritesFor(category, server.id, privacy) : undefined),
  };
}
