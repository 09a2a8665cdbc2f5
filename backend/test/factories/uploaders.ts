import { buffer } from 'node:stream/consumers';
import type { Channel } from '@hearth/contract';
import { FilesService } from '../../src/files/files.service.js';
import { FileStore } from '../../src/files/storage/file-store.js';
import type { TestApp } from '../harness.js';
import { Uploader } from './files.js';
import { buildMember, type TestMember, type TestServer } from './servers.js';
import type { TestUser } from './users.js';

export interface TestUploader extends TestMember {
  /** The first one of the server. */
  channel: Channel;
  uploads: Uploader;
}

/** Somebody in a server, who uploads. */
export async function buildUploader(hearth: TestApp, input: { server?: TestServer } = {}): Promise<TestUploader> {
  const { user, server } = await buildMember(hearth, input);
  return { user, server, channel: server.general, uploads: new Uploader(hearth, user) };
}

/** What a reader gets of a file. @throws NOT_FOUND */
export async function contentOf(hearth: TestApp, reader: TestUser, fileId: string, variant = 'original'): Promise<Buffer> {
  const { stream } = await hearth.get(FilesService).open(reader, fileId, variant);
  return buffer(stream);
}

/** What is in the store of an object. */
export async function namesInStore(hearth: TestApp, objectId: string): Promise<string[]> {
  const all = await hearth.get(FileStore).list(Number(objectId.slice(-2)));
  return all.flatMap((stored) => (stored.objectId === objectId ? [stored.name] : [])).toSorted();
}

/** Of these objects those of which something is in the store, once it was emptied of what has no row. */
export async function keptInStore(hearth: TestApp, ...objectIds: string[]): Promise<string[]> {
  await hearth.get(FilesService).sweep();
  const names = await Promise.all(objectIds.map((id) => namesInStore(hearth, id)));
  return objectIds.filter((_, index) => names[index]!.length > 0);
}
