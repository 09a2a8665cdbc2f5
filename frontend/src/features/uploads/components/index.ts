import { latePart } from '@/lib/lazy-part';

export { EarlyFiles } from './EarlyFiles';

/** Beside where one writes, and nobody needs them before the first message. */
export const FileTarget = /* @__PURE__ */ latePart(() => import('./FileTarget'));
export const Tray = /* @__PURE__ */ latePart(() => import('./Tray'));
