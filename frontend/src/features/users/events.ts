import type { Profile } from '@hearth/contract';
import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { me, refreshProfiles, userKey, withUser } from './cache';

const updateProfile = (userId: string, change: (held: Profile) => Profile) =>
  queryClient.setQueryData<Profile>(userKey(userId), (held) => held && change(held));

export const usersEvents = {
  ready: ({ user }) => {
    me.set(user);
    // Whoever changed their profile during a break did so unheard.
    refreshProfiles();
  },
  'me:update': (user) => {
    me.set(user);
    // The own card is one of all.
    refreshProfiles(user.id);
  },
  'user:update': (user) => {
    me.update((held) => held && withUser(held, user));
    updateProfile(user.id, (held) => withUser(held, user));
    // The biography is not in the event.
    refreshProfiles(user.id);
  },
  presence: (presence) => void updateProfile(presence.userId, (held) => ({ ...held, presence })),
} satisfies Partial<EventHandlers>;
