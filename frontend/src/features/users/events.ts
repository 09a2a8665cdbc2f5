import type { UserProfile } from '@hearth/contract';
import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { me, userKey, withUser } from './cache';

export const usersEvents = {
  ready: ({ user }) => {
    me.set(user);
    // Whoever changed their profile during a break did so unheard.
    void queryClient.invalidateQueries({ queryKey: ['user'] });
  },
  'me:update': (user) => me.set(user),
  'user:update': (user) => {
    me.update((held) => held && withUser(held, user));
    queryClient.setQueryData<UserProfile>(userKey(user.id), (held) => held && withUser(held, user));
    // The biography is not in the event.
    void queryClient.invalidateQueries({ queryKey: userKey(user.id) });
  },
} satisfies Partial<EventHandlers>;
