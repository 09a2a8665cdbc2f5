import { latePart, lazyPart } from '@/lib/lazy-part';

/*
 * What floats is not needed for the first paint, yet its library is a third of all script. So dialogs, menus, popovers,
 * tooltips and toasts are light shells, and their bodies come in a chunk of their own: fetched once the page is idle, or
 * when something first opens.
 */
export const TooltipLayer = /* @__PURE__ */ latePart(() => import('./TooltipLayer'));

const load = () => import('./overlay-bodies');

export const DialogBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).DialogBody }));
export const FullScreenBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).FullScreenBody }));
export const ConfirmBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).ConfirmBody }));
export const MenuBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).MenuBody }));
export const PopoverBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).PopoverBody }));
export const TooltipBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).TooltipBody }));
export const ToasterBody = /* @__PURE__ */ lazyPart(async () => ({ default: (await load()).ToasterBody }));
