export { ConfirmBody } from './ConfirmBody';
export { FullScreenBody } from './FullScreenBody';
export { DialogBody } from './DialogBody';
export { MenuBody } from './MenuBody';
export { PopoverBody } from './PopoverBody';
export { ToasterBody } from './ToasterBody';
export { TooltipBody } from './TooltipBody';
