/** No part of the first load: what shows them is loaded later, and they with it. */
export { AudioPlayer } from './AudioPlayer';
export { InlinePlayer } from './InlinePlayer';
export { VideoPlayer } from './VideoPlayer';
export { Waveform } from './Waveform';
