import { partsLoad } from '@/lib/lazy-part';
import { openedStore } from './account';
import type { KeptRead } from './kept';

/** Without storage, what was read is known as long as the page lives. */
const ignore = () => undefined;

export interface ReadTable {
  load: () => Promise<KeptRead[]>;
  put: (read: KeptRead) => void;
  remove: (channelId: string) => void;
}

/** What the account has read and the server does not know. */
export const openReadTable = (): ReadTable => ({
  async load() {
    await partsLoad;
    return (await (await openedStore())?.reads().catch((): KeptRead[] => [])) ?? [];
  },
  put: (read) =>
    void openedStore()
      .then((store) => store?.putRead(read))
      .catch(ignore),
  remove: (channelId) =>
    void openedStore()
      .then((store) => store?.removeRead(channelId))
      .catch(ignore),
});
