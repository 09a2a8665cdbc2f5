import { access, call, systemClock } from '@/api';
import { noteRecalled } from '@/features/connection';
import { recallAccount } from '@/features/offline';
import { me } from '@/features/users';
import { SessionFlow } from './session';
import { setSession } from './session-store';

export const sessionFlow = new SessionFlow({
  access,
  clock: systemClock,
  getInstance: () => call('getInstance'),
  logout: () => call('logout'),
  setMe: (user) => me.set(user),
  publish: setSession,
  recall: async () => {
    const recalled = await recallAccount();
    return recalled && { ...recalled, show: () => (recalled.show(), noteRecalled()) };
  },
});
