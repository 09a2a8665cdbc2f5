/** The files of messages, for whoever shows them elsewhere. */
export { fileAddress } from './file-address';
export { FileCard } from './FileCard';
export { LightboxHost } from './LightboxHost';
export { closeLightbox, openLightbox, useLightboxStore } from './lightbox-store';
export { Picture } from './Picture';
export { hasThumbs, Thumbs } from './Thumbs';
