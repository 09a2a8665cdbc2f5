import { openedStore } from './account';
import type { KeptWish } from './kept';

/** Without storage, what is wanted is known as long as the page lives. */
const ignore = () => undefined;

export interface WishTable {
  load: () => Promise<KeptWish[]>;
  put: (wish: KeptWish) => void;
  remove: (wish: KeptWish) => void;
}

/** Reactions of the account that the server does not know. */
export const openWishTable = (): WishTable => ({
  load: async () => (await (await openedStore())?.wishes().catch((): KeptWish[] => [])) ?? [],
  put: (wish) =>
    void openedStore()
      .then((store) => store?.putWish(wish))
      .catch(ignore),
  remove: (wish) =>
    void openedStore()
      .then((store) => store?.removeWish(wish))
      .catch(ignore),
});
