/**
 * The files of a channel, without the words around them.
 *
 * - `MediaDialog` in `components`: pictures and films, sounds, other files and links.
 * - `useGallery(channelId, kind)`: those of one kind.
 */
export { galleryEvents } from './events';
export { useGallery } from './queries';
