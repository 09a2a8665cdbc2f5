import { Controller } from '@nestjs/common';
import { getFile, type Input } from '@hearth/contract';
import type { Caller, Exchange } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { FilesService } from './files.service.js';
import { FileAnswers } from './reading/file-answers.js';
import { namesOf } from './reading/variants.js';

@Controller()
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly answers: FileAnswers,
  ) {}

  @Endpoint(getFile, { answersItself: true })
  async get({ params: { fileId, variant }, query }: Input<typeof getFile>, caller: Caller, exchange: Exchange) {
    const file = await this.files.require(caller, fileId, namesOf(variant, exchange.request));
    await this.answers.send(file, { variant, isDownload: query.download === 'true' }, exchange);
  }
}
