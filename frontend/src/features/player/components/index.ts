import { latePart, lazyPart } from '@/lib/lazy-part';

export const AudioPlayer = /* @__PURE__ */ lazyPart(() => import('./AudioPlayer'));
export const InlinePlayer = /* @__PURE__ */ lazyPart(() => import('./InlinePlayer'));
export const VideoPlayer = /* @__PURE__ */ lazyPart(() => import('./VideoPlayer'));
export const Waveform = /* @__PURE__ */ lazyPart(async () => ({ default: (await import('./Waveform')).Waveform }));

/** Once for the app, above what is on screen. */
export const NowPlaying = /* @__PURE__ */ latePart(() => import('./NowPlaying'));
