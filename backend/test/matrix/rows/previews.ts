import type { previewRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const ownMessage = async (scene: Scene) => ({ params: { messageId: await scene.message({ author: scene.caller }) } });
const thatOfTarget = async (scene: Scene) => ({ params: { messageId: await scene.message({ author: scene.target }) } });

const KEY = 'A'.repeat(22);
const SOURCE = 'https://example.org/picture.png';

/** A message with a preview, whose picture is kept. */
async function picture(scene: Scene) {
  const { db } = scene.hearth;
  const messageId = await scene.message();
  const image = { source: SOURCE, key: KEY, width: 1, height: 1, alt: null };
  const embed = { url: 'https://example.org/', type: 'link', title: 'Title', description: null, siteName: null, image };
  await db.message.update({ where: { id: BigInt(messageId) }, data: { embeds: [embed] } });
  const kept = { contentType: 'image/png', data: new Uint8Array([1]), size: 1 };
  await db.previewImage.upsert({ where: { url: SOURCE }, create: { url: SOURCE, ...kept }, update: kept });
  return { params: { messageId, key: KEY } };
}

export const previewRows: RouteRows<typeof previewRoutes> = {
  removeEmbeds: [
    { as: 'from an own one', scope: 'channel', request: ownMessage },
    { as: 'from that of somebody else', scope: 'channel', needs: ['MANAGE_MESSAGES'], request: thatOfTarget },
    { as: 'from that of somebody else in a DM', scope: 'conversation', reservedFor: 'nobody', request: thatOfTarget },
  ],
  // The key is the permission: no element of a page can show an access token.
  getPreviewImage: { scope: 'public', request: picture },
};
