import { Injectable } from '@nestjs/common';
import { MediaService } from '../../media/media.service.js';
import { Mishap, Refusal } from '../../media/refusal.js';
import { AS_IT_IS, type Made, type Maker, type Work } from '../work.js';

/** PDFs. One that is locked or broken is a document all the same, without a picture of it. */
@Injectable()
export class DocumentMaker implements Maker {
  constructor(private readonly media: MediaService) {}

  async make({ source, folder }: Work): Promise<Made> {
    try {
      const { made, pages, width, height, placeholder } = await this.media.run({ kind: 'document', source, folder });
      return { files: made, meta: { pages, width, height, placeholder } };
    } catch (fault) {
      if (fault instanceof Refusal && !(fault instanceof Mishap)) return AS_IT_IS;
      throw fault;
    }
  }
}
