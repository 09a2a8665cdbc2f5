import { Module } from '@nestjs/common';
import { EmbedsModule } from '../messages/embeds/embeds.module.js';
import { PublicNetwork } from './fetch/public-network.js';
import { SafeFetcher } from './fetch/safe-fetcher.js';
import { PreviewImages } from './images/preview-images.js';
import { PagePreviews } from './page/page-previews.js';
import { Previewing } from './previewing.js';
import { PreviewsController } from './previews.controller.js';
import { PreviewsRepository } from './previews.repository.js';

@Module({
  imports: [EmbedsModule],
  controllers: [PreviewsController],
  providers: [PreviewsRepository, PublicNetwork, SafeFetcher, PreviewImages, PagePreviews, Previewing],
})
export class PreviewsModule {}
