import type { QueryKey } from '@tanstack/react-query';

/** Of one kind of files in a channel, or of all of them. */
export const galleryKey = (channelId: string, kind?: string): QueryKey => ['gallery', channelId, ...(kind ? [kind] : [])];
