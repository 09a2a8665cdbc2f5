import { SetMetadata } from '@nestjs/common';
import type { ClientData, ClientEventName, ClientPayload } from '@hearth/contract';
import type { Caller } from '../http/caller.js';

export const CLIENT_EVENT = Symbol('client event');

type Handler<N extends ClientEventName> = (caller: Caller, payload: ClientPayload<N>, socketId: string) => Promise<ClientData<N>>;

/** Makes a method of a provider the handler of a client event. It is called with the parsed payload; what it returns is acknowledged. */
export function OnEvent<N extends ClientEventName>(name: N) {
  return <H extends Handler<N>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    SetMetadata(CLIENT_EVENT, name)(target, key, descriptor);
  };
}
