import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type AttachmentKind, type UploadMetadata } from '@hearth/contract';
import { Snowflakes } from '../../database/snowflakes.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import type { FileUsage } from '../room/file-room.repository.js';
import { FileRoomService } from '../room/file-room.service.js';
import { ScanningService } from '../scan/scanning.service.js';
import { ProcessingService } from '../processing/processing.service.js';
import { FileStore, ORIGINAL, UploadLostError, type UploadState } from '../storage/file-store.js';
import { contentTypeOf, kindOf, SAMPLE, TEXT } from './content-type.js';
import { firstLines } from './first-lines.js';
import { HEAD, pictureSize, type PictureSize } from './picture-size.js';
import { requirePlace } from './uploads.policy.js';
import { UploadsRepository, type UploadLimits, type UploadRow } from './uploads.repository.js';

const SWEEP_EVERY = 10 * 60_000;
const HOUR = 3_600_000;

/** How far an upload has come, in bytes. */
export interface FoundUpload {
  channelId: string;
  name: string;
  size: number;
  received: number;
  touchedAt: Date;
}

/** Files on their way to messages: a row that says how much is there, and the bytes in the store. */
@Injectable()
export class UploadsService implements OnModuleInit {
  constructor(
    private readonly repository: UploadsRepository,
    private readonly room: FileRoomService,
    private readonly store: FileStore,
    private readonly processing: ProcessingService,
    private readonly scanning: ScanningService,
    private readonly permissions: PermissionsService,
    private readonly snowflakes: Snowflakes,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'files:unsent', every: SWEEP_EVERY, run: () => this.sweep() });
  }

  limits(): Promise<UploadLimits> {
    return this.repository.limits();
  }

  nextId(): string {
    return this.snowflakes.next();
  }

  /**
   * Makes room for a file before its first byte.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for an empty one and where nothing is sent, PAYLOAD_TOO_LARGE, QUOTA_EXCEEDED, LIMIT_REACHED
   */
  async begin(caller: Caller, id: string, metadata: UploadMetadata, size: number): Promise<void> {
    const { channelId, name, type, alt, spoiler, duration, waveform } = metadata;
    const access = await this.permissions.channel(caller, channelId, 'ATTACH_FILES');
    requirePlace(access);
    if (size === 0) throw new ProblemError('VALIDATION', { detail: 'The file is empty' });
    const { userId: ownerId } = caller;
    const words = { name, hint: type ?? null, alt: alt || null, spoiler, recording: { duration, waveform } };
    const { serverId } = access.channel;
    await this.repository.create({ id, ownerId, channelId, serverId, size, ...words }, (statement) =>
      this.room.take(statement, serverId, [{ ownerId, bytes: size }], (usage) => requireUpload(usage, size)),
    );
  }

  /** @throws NOT_FOUND also of what somebody else uploads */
  async require({ userId }: Caller, id: string): Promise<void> {
    if ((await this.repository.byId(id))?.ownerId !== userId) throw new ProblemError('NOT_FOUND');
  }

  /** Null where there is none. What was whole when its node died is made a file now. */
  async find(id: string): Promise<FoundUpload | null> {
    const row = await this.repository.byId(id);
    if (!row) return null;
    if (row.state === 'UPLOADING' && row.upload?.received === Number(row.size)) await this.finish(row, row.upload);
    const size = Number(row.size);
    const { channelId, name, touchedAt } = row;
    return { channelId, name, size, received: row.state === 'UPLOADING' ? Number(row.received) : size, touchedAt };
  }

  /**
   * Takes what comes until it ends or is cut. Nobody else may write the same one meanwhile.
   *
   * @returns how much of it is there now
   * @throws NOT_FOUND, CONFLICT when what was there is lost or somebody else went on with it: look where it stands and go on
   */
  async append(id: string, stream: Readable): Promise<number> {
    const row = await this.repository.byId(id);
    if (!row) throw new ProblemError('NOT_FOUND');
    if (row.state !== 'UPLOADING') return Number(row.size);
    try {
      const state = await this.take(row, stream);
      if (state.received === state.bytes) await this.finish(row, state);
      return state.received;
    } catch (fault) {
      if (!(fault instanceof UploadLostError)) throw fault;
      await this.repository.advance(id, Number(row.received), null);
      throw new ProblemError('CONFLICT', { detail: 'What had arrived is lost: begin anew' });
    }
  }

  /** False when it was sent, or is gone. */
  remove(id: string): Promise<boolean> {
    return this.repository.remove(id);
  }

  /** What nobody goes on with, and what nobody sent. */
  sweep(): Promise<void> {
    return this.repository.removeUnsent(new Date(Date.now() - limits.uploadHours * HOUR));
  }

  private async take({ id, size, upload }: UploadRow, stream: Readable): Promise<UploadState> {
    let state = upload;
    const save = async (next: UploadState) => {
      const isSaved = await this.repository.advance(id, state?.received ?? 0, next);
      if (!isSaved) throw new ProblemError('CONFLICT', { detail: 'Somebody else goes on with this upload' });
      state = next;
    };
    if (!upload) await save(await this.store.begin(id, Number(size)));
    if (!state) throw new ProblemError('CONFLICT');
    return this.store.append(id, state, stream, save);
  }

  private async finish({ id, hint, meta: { duration, waveform } }: UploadRow, state: UploadState): Promise<void> {
    await this.store.finish(id, state);
    const sample = await this.store.read(id, ORIGINAL, { first: 0, last: SAMPLE - 1 });
    if (!sample) throw new UploadLostError('Nothing of it is there');
    const beginning = await buffer(sample.stream);
    const contentType = await contentTypeOf(beginning, state.bytes <= SAMPLE, hint ?? undefined);
    const kind = kindOf(contentType);
    await this.requireKind(id, kind);
    const isProcessed = this.processing.isFor(kind, contentType);
    const text = contentType === TEXT ? firstLines(beginning) : undefined;
    const size = kind === 'image' ? await this.sizeOf(id) : undefined;
    const meta = { kind, ...(kind === 'audio' && { duration, waveform }), ...(text && { text }), ...size };
    if (this.scanning.isOn) {
      await this.repository.complete(id, { contentType, meta, state: 'SCANNING' });
      return this.scanning.begin(id);
    }
    await this.repository.complete(id, { contentType, meta, state: isProcessed ? 'PROCESSING' : 'READY' });
    if (isProcessed) await this.processing.begin(id, kind);
  }

  private async sizeOf(id: string): Promise<PictureSize | undefined> {
    const head = await this.store.read(id, ORIGINAL, { first: 0, last: HEAD - 1 });
    return head ? pictureSize(await buffer(head.stream)) : undefined;
  }

  /** What nobody may send is let go of as soon as it is known. @throws FILE_KIND_NOT_ALLOWED */
  private async requireKind(id: string, kind: AttachmentKind): Promise<void> {
    const { kinds } = await this.repository.limits();
    if (kinds.includes(kind)) return;
    await this.repository.remove(id);
    throw new ProblemError('FILE_KIND_NOT_ALLOWED');
  }
}

function requireUpload({ maxFileBytes, unsent }: FileUsage, size: number): void {
  if (size > maxFileBytes) throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: `A file may have ${maxFileBytes} bytes` });
  if (unsent >= limits.unsentUploads)
    throw new ProblemError('LIMIT_REACHED', { detail: `At most ${limits.unsentUploads} files may wait to be sent` });
}
