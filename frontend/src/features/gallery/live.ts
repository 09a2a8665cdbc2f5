import type { GalleryKind, ServerPayload } from '@hearth/contract';
import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { type GalleryPages, without, withMessage } from './cache';
import { galleryKey } from './keys';

function change(channelId: string, next: (data: GalleryPages, kind: GalleryKind) => GalleryPages): void {
  for (const [key, data] of queryClient.getQueriesData<GalleryPages>({ queryKey: galleryKey(channelId) }))
    if (data) queryClient.setQueryData(key, next(data, key[2] as GalleryKind));
}

const receiveMessage = ({ message }: ServerPayload<'message:update'>): void =>
  change(message.channelId, (data, kind) => withMessage(data, kind, message));

const forget = (channelId: string, seqs: readonly number[]): void =>
  change(channelId, (data) => without(data, ({ seq }) => seqs.includes(seq)));

const reload = (...key: string[]): void => void queryClient.invalidateQueries({ queryKey: ['gallery', ...key] });

/** What events change of the lists that are held. */
export const receive = {
  ready: () => reload(),
  'message:new': receiveMessage,
  'message:update': receiveMessage,
  'message:delete': receiveMessage,
  'message:bulk-delete': ({ channelId, seqs }) => forget(channelId, seqs),
  // What is shown again comes anew.
  'message:mark': ({ channelId, seq, hidden }) => (hidden ? forget(channelId, [seq]) : reload(channelId)),
} satisfies Partial<EventHandlers>;
