import { Injectable } from '@nestjs/common';
import { MediaService } from '../../media/media.service.js';
import type { Made, Maker, Work } from '../work.js';

@Injectable()
export class ImageMaker implements Maker {
  constructor(private readonly media: MediaService) {}

  async make({ source, folder }: Work): Promise<Made> {
    const { made, width, height, animated, placeholder } = await this.media.run({ kind: 'image', source, folder });
    return { files: made, meta: { width, height, placeholder, ...(animated && { animated }) } };
  }
}
