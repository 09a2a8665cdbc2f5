import type { EventHandlers } from '@/realtime';
import { settings } from './cache';

export const settingsEvents = {
  ready: (payload) => settings.set(payload.settings),
  'settings:update': (payload) => settings.set(payload),
} satisfies Partial<EventHandlers>;
