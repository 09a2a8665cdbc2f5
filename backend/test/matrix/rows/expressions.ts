import { limits, type ExpressionType, type expressionRoutes } from '@hearth/contract';
import { pictureUrl } from '../../factories/pictures.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const needs = ['MANAGE_EMOJIS'] as const;

/** One of the server, with a picture in the store. Returns its id. */
export async function expression(scene: Scene, type: ExpressionType): Promise<string> {
  const id = scene.nextId();
  const { db } = scene.hearth;
  const place = { id: BigInt(id), serverId: BigInt(scene.serverId) };
  const variants = { picture: { contentType: 'image/webp', bytes: 1, width: 1, height: 1 } };
  await db.file.create({ data: { ...place, objectId: place.id, kind: type, variants, bytes: 1n, readyAt: new Date() } });
  await db.expression.create({ data: { ...place, type, name: `name_${id}`.slice(0, limits.stickerName), animated: false } });
  return id;
}

const emoji = async (scene: Scene) => ({ params: { serverId: scene.serverId, emojiId: await expression(scene, 'EMOJI') } });
const sticker = async (scene: Scene) => ({ params: { serverId: scene.serverId, stickerId: await expression(scene, 'STICKER') } });
const made = (scene: Scene) => ({ ...serverParams(scene), body: { name: 'made', image: pictureUrl() } });
const body = { name: 'renamed' };

export const expressionRows: RouteRows<typeof expressionRoutes> = {
  listMyExpressions: { scope: 'account' },
  listEmojis: { scope: 'server', request: serverParams },
  createEmoji: { scope: 'server', needs, request: made },
  updateEmoji: { scope: 'server', needs, request: async (scene) => ({ ...(await emoji(scene)), body }) },
  deleteEmoji: { scope: 'server', needs, request: emoji },
  listStickers: { scope: 'server', request: serverParams },
  createSticker: { scope: 'server', needs, request: made },
  updateSticker: { scope: 'server', needs, request: async (scene) => ({ ...(await sticker(scene)), body }) },
  deleteSticker: { scope: 'server', needs, request: sticker },
};
