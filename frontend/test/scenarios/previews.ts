import { routes } from '@hearth/contract';
import { openSite } from '../site';
import type { World } from '../world';
import { type Scenarios, fresh } from './scenario';

/** A message of Ben's whose link has its preview. */
async function previewed({ ben, general }: World): Promise<{ messageId: string }> {
  const { url, open } = await openSite(fresh('A page'));
  open();
  const { id: messageId } = await ben.send(general.id, url);
  while ((await ben.call(routes.getMessage, { params: { messageId } })).embeds.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return { messageId };
}

export const previews = {
  'of one whose link gets its preview': {
    prepare: async ({ ben, general }) => {
      const { url, open } = await openSite(fresh('A page'));
      await ben.send(general.id, url);
      return open;
    },
  },
  'of one whose previews are taken away': {
    prepare: async (world) => {
      const params = await previewed(world);
      return () => world.ben.call(routes.removeEmbeds, { params });
    },
  },
} satisfies Scenarios;
