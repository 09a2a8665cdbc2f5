import type { ChosenStatus } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { realtime } from '@/realtime';
import { me } from '@/features/users';

const choose = (status: ChosenStatus) => me.update((held) => held && { ...held, status });

export const useSetStatus = () =>
  useMutation({
    mutationFn: async (status: ChosenStatus): Promise<void> => {
      await realtime.emit('presence:update', { status });
    },
    onMutate: (status) => {
      const before = me.get()?.status;
      choose(status);
      return before;
    },
    onError: (_error, _status, before) => before && choose(before),
  });
