import { latePart } from '@/lib/lazy-part';

/** What plays and is out of sight: once for the app, above what is on screen. */
export const NowPlaying = /* @__PURE__ */ latePart(() => import('../components/NowPlaying'));
