/**
 * The files of a channel, without the words around them.
 *
 * - `MediaDialog` in `components`: pictures and films, sounds, other files and links.
 */
export { galleryEvents } from './events';
