import { Controller } from '@nestjs/common';
import { listChannelAttachments, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { GalleryService } from './gallery.service.js';

@Controller()
export class GalleryController {
  constructor(private readonly gallery: GalleryService) {}

  @Endpoint(listChannelAttachments)
  list({ params, query }: Input<typeof listChannelAttachments>, caller: Caller) {
    return this.gallery.list(caller, params.channelId, query);
  }
}
