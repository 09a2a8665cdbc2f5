import { lazyPart } from '@/lib/lazy-part';

export const AudioPlayer = /* @__PURE__ */ lazyPart(() => import('./AudioPlayer'));
export const InlinePlayer = /* @__PURE__ */ lazyPart(() => import('./InlinePlayer'));
export const VideoPlayer = /* @__PURE__ */ lazyPart(() => import('./VideoPlayer'));
export const Waveform = /* @__PURE__ */ lazyPart(async () => ({ default: (await import('./Waveform')).Waveform }));
