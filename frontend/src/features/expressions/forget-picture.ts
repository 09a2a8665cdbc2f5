import { PICTURES } from '@/features/offline';

/** Browsers keep a picture for a year: one that was seen here is asked for anew, and being gone it goes from there too. */
export async function forgetPicture(expressionId: string): Promise<void> {
  try {
    const kept = await caches.open(PICTURES);
    for (const variant of ['picture', 'still']) {
      const url = `/api/v1/files/${expressionId}/${variant}`;
      const wasKept = await kept.delete(url);
      if (wasKept || wasSeen(url)) await fetch(url, { cache: 'reload' });
    }
  } catch {
    // Without caches, or network, whoever saw it may see it still.
  }
}

const wasSeen = (url: string): boolean => performance.getEntriesByName(new URL(url, location.href).href).length > 0;
