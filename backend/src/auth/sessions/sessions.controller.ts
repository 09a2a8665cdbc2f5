import { Controller } from '@nestjs/common';
import { listSessions, revokeSession, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Endpoint(listSessions)
  async list(_: Input<typeof listSessions>, caller: Caller) {
    return { sessions: await this.sessions.list(caller) };
  }

  @Endpoint(revokeSession)
  async revoke({ params }: Input<typeof revokeSession>, caller: Caller) {
    await this.sessions.revoke(caller, params.sessionId);
    return undefined;
  }
}
