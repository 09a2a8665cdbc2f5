import { FileStore } from '../../src/files/storage/file-store.js';
import { Snowflakes } from '../../src/database/snowflakes.js';
import type { TestApp } from '../harness.js';
import type { TestUser } from './users.js';

export interface StoredFile {
  owner: TestUser;
  /** The message it was sent with; without one it is its owner's alone. */
  message?: { id: string; channelId: string };
  channelId?: string;
  name?: string;
  variants: Record<string, { contentType: string; data: Uint8Array | string }>;
}

/** A file of a channel as it is once it was brought and made into its variants. Returns its id. */
export async function storeFile(hearth: TestApp, { owner, message, channelId, name = 'file', variants }: StoredFile): Promise<string> {
  const id = hearth.get(Snowflakes).next();
  const place = message?.channelId ?? channelId;
  const made = Object.entries(variants).map(([variant, { contentType, data }]) => ({ variant, contentType, data: Buffer.from(data) }));
  // As in life: a row that is not ready, then its objects. Anything else the check of files would put in order.
  await hearth.db.file.create({
    data: {
      id: BigInt(id),
      objectId: BigInt(id),
      kind: place === undefined ? 'EMOJI' : 'ATTACHMENT',
      ownerId: BigInt(owner.id),
      name,
      channelId: place === undefined ? null : BigInt(place),
      messageId: message ? BigInt(message.id) : null,
      variants: Object.fromEntries(made.map(({ variant, contentType, data }) => [variant, { contentType, bytes: data.length }])),
      bytes: 0n,
    },
  });
  for (const { variant, data } of made) await hearth.get(FileStore).write(id, variant, data);
  await hearth.db.file.update({ where: { id: BigInt(id) }, data: { readyAt: new Date() } });
  return id;
}
