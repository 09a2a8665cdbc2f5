import { Injectable } from '@nestjs/common';
import type { Channel, ChannelType, Input, updateChannel } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';

export type ChannelInput = Input<typeof updateChannel>['body'];

/** Without a name, a group's is empty. */
export type ChannelChange = Omit<ChannelInput, 'name'> & { name?: string };

/** What changing and deleting a channel mean for a type that another feature knows. The caller may see the channel; the rest is the kind's to check. */
export interface ChannelKind {
  update(caller: Caller, access: ChannelAccess, change: ChannelChange): Promise<Channel>;
  remove(caller: Caller, access: ChannelAccess, reason: string | undefined): Promise<void>;
}

/** Features register the types that are theirs. Channels of all other types belong to a server's list. */
@Injectable()
export class ChannelKinds {
  private readonly kinds = new Map<ChannelType, ChannelKind>();

  register(type: ChannelType, kind: ChannelKind): void {
    this.kinds.set(type, kind);
  }

  of({ channel }: ChannelAccess): ChannelKind | undefined {
    return this.kinds.get(channel.type);
  }
}
