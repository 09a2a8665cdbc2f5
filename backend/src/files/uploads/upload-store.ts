import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { DataStore, Upload } from '@tus/server';
import { ProblemError } from '../../http/problem.js';
import { UploadsService } from './uploads.service.js';

/** How tus sees uploads. A row is made before it asks for one: what it needs to know of whoever calls is not handed to it here. */
@Injectable()
export class UploadStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'expiration', 'termination'];

  constructor(private readonly uploads: UploadsService) {
    super();
  }

  override getExpiration(): number {
    return limits.uploadHours * 3_600_000;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.uploads.find(id);
    if (!found) throw new ProblemError('NOT_FOUND');
    const { name, channelId, size, received, touchedAt } = found;
    return new Upload({ id, size, offset: received, metadata: { channelId, name }, creation_date: touchedAt.toISOString() });
  }

  override write(stream: Readable, id: string): Promise<number> {
    return this.uploads.append(id, stream);
  }

  override async remove(id: string): Promise<void> {
    if (!(await this.uploads.remove(id))) throw new ProblemError('CONFLICT', { detail: 'The file is sent or gone' });
  }
}
