import { Controller, StreamableFile } from '@nestjs/common';
import { getFile, type Input } from '@hearth/contract';
import type { Caller, Exchange } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { FilesService } from './files.service.js';

const YEAR = 365 * 24 * 3_600;

@Controller()
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Endpoint(getFile)
  async get({ params }: Input<typeof getFile>, caller: Caller, { response }: Exchange) {
    const { stream, bytes, contentType } = await this.files.open(caller, params.fileId, params.variant);
    // Whatever a browser takes it for, it may do nothing. What has an id never changes.
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('Cache-Control', `private, max-age=${YEAR}, immutable`);
    return new StreamableFile(stream, { type: contentType, length: bytes, disposition: 'inline' });
  }
}
