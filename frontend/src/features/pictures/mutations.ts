import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { servers } from '@/features/servers';
import { me } from '@/features/users';
import type { CutPicture } from './cut-out';

/** What is sent; null: it goes. */
type Given = CutPicture | null;

export const useOwnPicture = (place: 'avatar' | 'banner') =>
  useMutation({
    mutationFn: async (given: Given) => {
      if (given) return call(place === 'avatar' ? 'setAvatar' : 'setProfileBanner', { body: given });
      await call(place === 'avatar' ? 'removeAvatar' : 'removeProfileBanner');
      return { [place]: null };
    },
    onSuccess: (changed) => me.update((held) => held && { ...held, ...changed }),
  });

export const useServerPicture = (serverId: string, place: 'icon' | 'banner') =>
  useMutation({
    mutationFn: async (given: Given) => {
      const params = { serverId };
      if (given) return call(place === 'icon' ? 'setServerIcon' : 'setServerBanner', { params, body: given });
      await call(place === 'icon' ? 'removeServerIcon' : 'removeServerBanner', { params });
      return { [place]: null };
    },
    onSuccess: (changed) => servers.update((held) => held.map((one) => (one.id === serverId ? { ...one, ...changed } : one))),
  });
