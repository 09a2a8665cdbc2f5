export type { Access } from './access';
export { access, call } from './client';
export { type Clock, systemClock } from './clock';
export { ApiError, NetworkError, fieldErrors, hasCode, isRefusal } from './errors';
export { changeHeld } from './held';
export { type LiveValue, liveKey, liveValue, useLiveValue } from './live-query';
export { queryClient } from './query-client';
