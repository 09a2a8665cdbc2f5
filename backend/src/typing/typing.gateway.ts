import { Injectable } from '@nestjs/common';
import type { ClientPayload } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { OnEvent } from '../realtime/on-event.decorator.js';
import { Publisher } from '../realtime/publisher.js';

/** Who is writing. Never stored: a client ends it by itself 5 s after the last event. */
@Injectable()
export class TypingGateway {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  @OnEvent('typing:start')
  start(caller: Caller, { channelId }: ClientPayload<'typing:start'>) {
    return this.publish(caller, channelId, true);
  }

  @OnEvent('typing:stop')
  stop(caller: Caller, { channelId }: ClientPayload<'typing:stop'>) {
    return this.publish(caller, channelId, false);
  }

  private async publish(caller: Caller, channelId: string, active: boolean): Promise<null> {
    const { room } = await this.permissions.channel(caller, channelId, 'SEND_MESSAGES');
    this.publisher.emit(room, 'typing', { channelId, userId: caller.userId, active });
    return null;
  }
}
