/** The files of messages, for whoever shows them elsewhere. */
export { FileCard } from './FileCard';
export { FileFace, hasFace } from './FileFace';
export { LightboxHost } from './LightboxHost';
export { closeLightbox, openLightbox, useLightboxStore } from './lightbox-store';
export { Picture } from './Picture';
export { hasThumbs, Thumbs } from './Thumbs';
