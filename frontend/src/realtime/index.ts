export { realtime, watchNetwork } from './client';
export { DisconnectedError, TimeoutError } from './errors';
export { type EventHandlers, inOrder } from './handlers';
export type { RealtimeState } from './realtime';
