/**
 * Sounds and films, played one at a time.
 *
 * - `folded(values, count)`: values of any number as so many, the loudest of each part.
 * - `takeTurn(stop)`: something else wants to be heard, or to hear: what plays stops. `stopSound(key)`: that one does not play any more.
 */
export { stopSound } from './audio';
export { folded } from './bars';
export { takeTurn } from './exclusive';
export type { Film, Sound } from './sound';
