import { Controller, StreamableFile } from '@nestjs/common';
import { getPreviewImage, type Input } from '@hearth/contract';
import type { Exchange } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { EmbedsService } from '../messages/embeds/embeds.service.js';
import { PreviewImages } from './images/preview-images.js';

const YEAR = 365 * 24 * 3_600;

@Controller()
export class PreviewsController {
  constructor(
    private readonly embeds: EmbedsService,
    private readonly images: PreviewImages,
  ) {}

  @Endpoint(getPreviewImage)
  async image({ params }: Input<typeof getPreviewImage>, _caller: undefined, { response }: Exchange) {
    const { contentType, data } = await this.images.read(await this.embeds.source(params.messageId, params.key));
    // Whatever a browser takes it for, it may do nothing.
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('Cache-Control', `private, max-age=${YEAR}, immutable`);
    return new StreamableFile(data, { type: contentType, length: data.length, disposition: 'inline' });
  }
}
