/**
 * What was written, as it was written.
 *
 * - `WrittenText`: a text without what its marks make of it, such as spoilers, but with names and pictures in the place of ids. Passages may be marked.
 */
export { WrittenText } from './WrittenText';
