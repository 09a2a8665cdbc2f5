import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages.module.js';
import { GalleryController } from './gallery.controller.js';
import { GalleryRepository } from './gallery.repository.js';
import { GalleryService } from './gallery.service.js';

@Module({
  imports: [MessagesModule],
  controllers: [GalleryController],
  providers: [GalleryRepository, GalleryService],
})
export class GalleryModule {}
