/** How files get beside a message: apart from what is there from the first load on. */
export { AttachItems } from '../components/AttachItems';
export { DialogFiles } from '../components/DialogFiles';
export { useMayAttach } from '../use-may-attach';
export { useTrayProgress, type TrayProgress } from '../use-tray-progress';
