import type { ServerPayload, SingleServerEventName } from '@hearth/contract';

/** What to do at each event of the server. */
export type EventHandlers = { [N in SingleServerEventName]: (payload: ServerPayload<N>) => void };

/** One handler that runs several, in order. */
export const inOrder =
  <P>(...handlers: ((payload: P) => void)[]): ((payload: P) => void) =>
  (payload) => {
    for (const handler of handlers) handler(payload);
  };

export function handle<N extends SingleServerEventName>(handlers: EventHandlers, name: N, payload: ServerPayload<N>): void {
  // A server that is newer than this page may send what the page does not know.
  if (name in handlers) handlers[name](payload);
}
