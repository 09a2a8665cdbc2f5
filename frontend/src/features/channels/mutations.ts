import type { Request, createChannel, orderChannels, updateChannel } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { channelsOf, dropChannel, holdChannel, sortChannels } from './cache';

type Places = Request<typeof orderChannels>['body']['channels'];

export const useCreateChannel = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof createChannel>['body']) => call('createChannel', { params: { serverId }, body }),
    onSuccess: holdChannel,
  });

export const useUpdateChannel = () =>
  useMutation({
    mutationFn: ({ channelId, ...body }: { channelId: string } & Request<typeof updateChannel>['body']) =>
      call('updateChannel', { params: { channelId }, body }),
    onSuccess: holdChannel,
  });

export const useDeleteChannel = () =>
  useMutation({
    mutationFn: ({ channelId }: { channelId: string }) => call('deleteChannel', { params: { channelId } }),
    onSuccess: (_nothing, { channelId }) => {
      dropChannel(channelId);
    },
  });

/** What it changes comes by event. */
export const useLeaveThread = () =>
  useMutation({ mutationFn: ({ channelId }: { channelId: string }) => call('leaveThread', { params: { channelId } }) });

/** Moved at once, and back if the server refuses. */
export const useOrderChannels = (serverId: string) =>
  useMutation({
    scope: { id: `order-channels-${serverId}` },
    mutationFn: async (channels: Places): Promise<void> => {
      const answer = await call('orderChannels', { params: { serverId }, body: { channels } });
      answer.channels.forEach(holdChannel);
    },
    onMutate: (places) => movePlaces(serverId, places),
    onError: async (_error, _places, before) => {
      if (before) movePlaces(serverId, before);
      // What stood before may have been another move that is refused as well, or be older than somebody else's.
      const told = await call('listChannels', { params: { serverId } }).catch(() => null);
      told?.channels.forEach(holdChannel);
    },
  });

/** @returns where the moved channels stood before */
function movePlaces(serverId: string, places: Places): Places {
  const channels = channelsOf(serverId);
  const moved = new Map(places.map((place) => [place.id, place]));
  const before = channels.get().filter(({ id }) => moved.has(id));
  channels.update((held) =>
    sortChannels(
      held.map((channel) => {
        const place = moved.get(channel.id);
        if (!place) return channel;
        return { ...channel, position: place.position, parentId: place.parentId === undefined ? channel.parentId : place.parentId };
      }),
    ),
  );
  return before.map(({ id, position, parentId }) => ({ id, position, parentId }));
}
