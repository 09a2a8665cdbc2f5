import { Controller } from '@nestjs/common';
import { continueUpload, createUpload, deleteUpload, getUploadLimits, lookAtUpload, uploadMetadata, type Input } from '@hearth/contract';
import { Server } from '@tus/server';
import type { Caller, Exchange } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { parseInput, ProblemError } from '../../http/problem.js';
import { passOn, tusRequest } from './tus-exchange.js';
import { UploadLocker } from './upload-locker.js';
import { UploadStore } from './upload-store.js';
import { UploadsService } from './uploads.service.js';

const PATH = '/api/v1/files';
/** Milliseconds that a connection has to end in order when another one goes on with its upload. */
const DRAIN = 500;

/** The protocol of resumable uploads, by its own server; refusals are those of everything else here. */
@Controller()
export class UploadsController {
  private readonly callers = new WeakMap<Request, Caller>();
  private readonly faults = new WeakMap<Request, Error>();
  private readonly tus: Server;

  constructor(
    private readonly uploads: UploadsService,
    datastore: UploadStore,
    locker: UploadLocker,
  ) {
    this.tus = new Server({
      path: PATH,
      datastore,
      locker,
      lockDrainTimeout: DRAIN,
      relativeLocation: true,
      namingFunction: () => uploads.nextId(),
      onUploadCreate: async (request, { id, metadata = {}, size = 0 }) => {
        const caller = this.callers.get(request);
        if (!caller) throw new ProblemError('UNAUTHENTICATED');
        await uploads.begin(caller, id, parseInput(uploadMetadata, 'headers.upload-metadata', metadata), size);
        return {};
      },
      onResponseError: (request, fault) => {
        if (fault instanceof Error) this.faults.set(request, fault);
        return undefined;
      },
    });
  }

  @Endpoint(getUploadLimits)
  limits() {
    return this.uploads.limits();
  }

  @Endpoint(createUpload)
  create(_input: Input<typeof createUpload>, caller: Caller, exchange: Exchange) {
    return this.handle(caller, exchange, PATH);
  }

  @Endpoint(lookAtUpload)
  async look({ params }: Input<typeof lookAtUpload>, caller: Caller, exchange: Exchange) {
    await this.uploads.require(caller, params.fileId);
    return this.handle(caller, exchange, `${PATH}/${params.fileId}`);
  }

  @Endpoint(continueUpload)
  async continue({ params }: Input<typeof continueUpload>, caller: Caller, exchange: Exchange) {
    await this.uploads.require(caller, params.fileId);
    return this.handle(caller, exchange, `${PATH}/${params.fileId}`);
  }

  @Endpoint(deleteUpload)
  async remove({ params }: Input<typeof deleteUpload>, caller: Caller, exchange: Exchange) {
    await this.uploads.require(caller, params.fileId);
    return this.handle(caller, exchange, `${PATH}/${params.fileId}`);
  }

  private async handle(caller: Caller, { request, response }: Exchange, path: string): Promise<undefined> {
    const asked = tusRequest(request, path);
    this.callers.set(asked, caller);
    const answer = await this.tus.handleWeb(asked);
    const fault = this.faults.get(asked);
    if (fault) throw fault;
    await passOn(answer, response);
    return undefined;
  }
}
