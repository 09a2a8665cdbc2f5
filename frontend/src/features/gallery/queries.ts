import type { ChannelAttachment, GalleryKind, Message } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { pagedList, type PagedList } from '@/features/servers';
import { useConcealed } from '@/features/relationships';
import { galleryKey } from './keys';

const PAGE = '50';

export interface FoundFiles extends PagedList<ChannelAttachment> {
  error: Error | null;
}

/** The files of one kind in a channel, the newest first; right by events while it is on screen. Not of people whose messages are concealed. */
export function useGallery(channelId: string, kind: GalleryKind): FoundFiles {
  const concealed = useConcealed();
  const query = useInfiniteQuery({
    queryKey: galleryKey(channelId, kind),
    queryFn: ({ pageParam }) => call('listChannelAttachments', { params: { channelId }, query: { kind, limit: PAGE, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    gcTime: 0,
  });
  const items = query.data?.pages.flatMap((page) => page.items).filter(({ author }) => !concealed.has(author.id));
  return { ...pagedList({ ...query, data: items } as Parameters<typeof pagedList<ChannelAttachment>>[0]), error: query.error };
}

export interface FoundLinks extends PagedList<Message> {
  error: Error | null;
}

/** Messages of a channel with links in them, the newest first. */
export function useLinks(channelId: string): FoundLinks {
  const query = useInfiniteQuery({
    queryKey: ['links', channelId],
    queryFn: ({ pageParam }) => call('searchMessages', { query: { q: 'has:link', channelId, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    gcTime: 0,
  });
  const items = query.data?.pages.flatMap(({ hits }) => hits.map(({ message }) => message));
  return { ...pagedList({ ...query, data: items } as Parameters<typeof pagedList<Message>>[0]), error: query.error };
}
