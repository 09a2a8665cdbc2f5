import type { Presence } from '@hearth/contract';
import { useShallow } from 'zustand/react/shallow';
import { usePresenceStore } from './presence-store';

const offline = (userId: string): Presence => ({ userId, status: 'offline', lastSeenAt: null, text: '', textExpiresAt: null });

export const usePresence = (userId: string): Presence => usePresenceStore(useShallow((presences) => presences[userId] ?? offline(userId)));
