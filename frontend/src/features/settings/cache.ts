import type { Settings } from '@hearth/contract';
import { liveValue } from '@/api';

/** What the server answers for somebody who never changed anything. */
const defaults: Settings = {
  theme: 'system',
  contrast: 'system',
  fontSize: 15,
  reducedMotion: 'system',
  language: null,
  directMessages: 'servers',
  friendRequests: 'everyone',
  linkPreviews: true,
  readReceipts: true,
};

export const settings = liveValue<Settings>(defaults, 'settings');
