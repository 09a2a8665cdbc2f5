import type { ChosenStatus } from '@hearth/contract';
import type { Presence } from '@/ui';

/** What others see of whoever chose it. */
export const looksLike = (status: ChosenStatus): Presence => (status === 'invisible' ? 'offline' : status);
