import { latePart } from '@/lib/lazy-part';

/** Beside where one writes, and nobody needs it before the first message. */
export const Recorder = /* @__PURE__ */ latePart(() => import('./Recorder'));
