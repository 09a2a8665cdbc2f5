import type { Channel, Request, createChannel, orderChannels, updateChannel } from '@hearth/contract';
import type { UseMutationResult } from '@tanstack/react-query';

/**
 * Channels and how far the signed-in user has read in them.
 *
 * - `useChannels(serverId)`: all that the user may see, in the order of the server. `useChannelGroups(serverId)`: the same as they are
 *   shown: first those without a category (`category: null`, only if there are any), then every category with its channels.
 * - `useChannel(channelId)`: one, in whatever server.
 * - `useUnreadCount(channelId)`: messages after the read position; `useServerUnread(serverId)`: whether any of its channels has some.
 * - `useMarkRead(channelId)`: `(seq) => void`, for the newest message that was seen; throttled, call it as often as you like.
 *   `useMarkUnread(channelId)`: `(seq) => void`, marks unread from that message on.
 * - Mutations. `useUpdateChannel` and `useDeleteChannel` take `channelId` in their variables.
 */
export interface ChannelGroup {
  category: Channel | null;
  channels: Channel[];
}

export declare function useChannels(serverId: string): Channel[];
export declare function useChannelGroups(serverId: string): ChannelGroup[];
export declare function useChannel(channelId: string): Channel | undefined;
export declare function useUnreadCount(channelId: string): number;
export declare function useServerUnread(serverId: string): boolean;
export declare function useMarkRead(channelId: string): (seq: number) => void;
export declare function useMarkUnread(channelId: string): (seq: number) => void;
export declare function useCreateChannel(serverId: string): UseMutationResult<Channel, Error, Request<typeof createChannel>['body']>;
export declare function useUpdateChannel(): UseMutationResult<
  Channel,
  Error,
  { channelId: string } & Request<typeof updateChannel>['body']
>;
export declare function useDeleteChannel(): UseMutationResult<void, Error, { channelId: string }>;
export declare function useOrderChannels(
  serverId: string,
): UseMutationResult<void, Error, Request<typeof orderChannels>['body']['channels']>;
