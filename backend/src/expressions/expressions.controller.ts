import { Controller } from '@nestjs/common';
import {
  createEmoji,
  createSticker,
  deleteEmoji,
  deleteSticker,
  listEmojis,
  listMyExpressions,
  listStickers,
  updateEmoji,
  updateSticker,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ExpressionsService } from './expressions.service.js';

const emojiAt = ({ serverId, emojiId }: { serverId: string; emojiId: string }) => ({ serverId, type: 'EMOJI' as const, id: emojiId });
const stickerAt = ({ serverId, stickerId }: { serverId: string; stickerId: string }) => ({
  serverId,
  type: 'STICKER' as const,
  id: stickerId,
});

@Controller()
export class ExpressionsController {
  constructor(private readonly expressions: ExpressionsService) {}

  @Endpoint(listMyExpressions)
  async mine(_: Input<typeof listMyExpressions>, caller: Caller) {
    return { expressions: await this.expressions.mine(caller) };
  }

  @Endpoint(listEmojis)
  async emojis({ params }: Input<typeof listEmojis>, caller: Caller) {
    return { emojis: await this.expressions.list(caller, params.serverId, 'EMOJI') };
  }

  @Endpoint(createEmoji)
  createEmoji({ params, body }: Input<typeof createEmoji>, caller: Caller) {
    return this.expressions.create(caller, params.serverId, 'EMOJI', body);
  }

  @Endpoint(updateEmoji)
  updateEmoji({ params, body }: Input<typeof updateEmoji>, caller: Caller) {
    return this.expressions.rename(caller, emojiAt(params), body.name, body.reason);
  }

  @Endpoint(deleteEmoji)
  async deleteEmoji({ params, query }: Input<typeof deleteEmoji>, caller: Caller) {
    await this.expressions.remove(caller, emojiAt(params), query.reason);
    return undefined;
  }

  @Endpoint(listStickers)
  async stickers({ params }: Input<typeof listStickers>, caller: Caller) {
    return { stickers: await this.expressions.list(caller, params.serverId, 'STICKER') };
  }

  @Endpoint(createSticker)
  createSticker({ params, body }: Input<typeof createSticker>, caller: Caller) {
    return this.expressions.create(caller, params.serverId, 'STICKER', body);
  }

  @Endpoint(updateSticker)
  updateSticker({ params, body }: Input<typeof updateSticker>, caller: Caller) {
    return this.expressions.rename(caller, stickerAt(params), body.name, body.reason);
  }

  @Endpoint(deleteSticker)
  async deleteSticker({ params, query }: Input<typeof deleteSticker>, caller: Caller) {
    await this.expressions.remove(caller, stickerAt(params), query.reason);
    return undefined;
  }
}
