import { Controller, StreamableFile } from '@nestjs/common';
import {
  getInviteIcon,
  removeAvatar,
  removeProfileBanner,
  removeServerBanner,
  removeServerIcon,
  setAvatar,
  setProfileBanner,
  setServerBanner,
  setServerIcon,
  type Input,
} from '@hearth/contract';
import type { Caller, Exchange } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { OwnPicturesService } from './own-pictures.service.js';
import { ServerPicturesService } from './server-pictures.service.js';

/** Seconds: there may be another one at the same address. */
const A_WHILE = 300;

@Controller()
export class PicturesController {
  constructor(
    private readonly own: OwnPicturesService,
    private readonly ofServers: ServerPicturesService,
  ) {}

  @Endpoint(setAvatar)
  setAvatar({ body }: Input<typeof setAvatar>, caller: Caller) {
    return this.own.set(caller, 'avatar', body);
  }

  @Endpoint(removeAvatar)
  async removeAvatar(_: Input<typeof removeAvatar>, caller: Caller) {
    await this.own.remove(caller, 'avatar');
    return undefined;
  }

  @Endpoint(setProfileBanner)
  setProfileBanner({ body }: Input<typeof setProfileBanner>, caller: Caller) {
    return this.own.set(caller, 'banner', body);
  }

  @Endpoint(removeProfileBanner)
  async removeProfileBanner(_: Input<typeof removeProfileBanner>, caller: Caller) {
    await this.own.remove(caller, 'banner');
    return undefined;
  }

  @Endpoint(setServerIcon)
  setServerIcon({ params, body }: Input<typeof setServerIcon>, caller: Caller) {
    return this.ofServers.set(caller, params.serverId, 'icon', body);
  }

  @Endpoint(removeServerIcon)
  async removeServerIcon({ params, query }: Input<typeof removeServerIcon>, caller: Caller) {
    await this.ofServers.remove(caller, params.serverId, 'icon', query.reason);
    return undefined;
  }

  @Endpoint(getInviteIcon)
  async inviteIcon({ params }: Input<typeof getInviteIcon>, _caller: undefined, { response }: Exchange) {
    const { stream, bytes, contentType } = await this.ofServers.ofInvite(params.code);
    // Whatever a browser takes it for, it may do nothing.
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('Cache-Control', `private, max-age=${A_WHILE}`);
    return new StreamableFile(stream, { type: contentType, length: bytes, disposition: 'inline' });
  }

  @Endpoint(setServerBanner)
  setServerBanner({ params, body }: Input<typeof setServerBanner>, caller: Caller) {
    return this.ofServers.set(caller, params.serverId, 'banner', body);
  }

  @Endpoint(removeServerBanner)
  async removeServerBanner({ params, query }: Input<typeof removeServerBanner>, caller: Caller) {
    await this.ofServers.remove(caller, params.serverId, 'banner', query.reason);
    return undefined;
  }
}
