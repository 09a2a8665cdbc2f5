/** How files get beside a message: apart from what is there from the first load on. */
export { AttachItems } from '../components/AttachItems';
export { useMayAttach } from '../use-attach';
