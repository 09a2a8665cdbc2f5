import type { Emoji } from '../catalogue';
import { withTone, type Tone } from '../tones';
import CustomEmoji from './CustomEmoji';

/** Its sign, or the picture of a server's own; what it is called stands beside it. */
export const EmojiView = ({ emoji: { char, name, custom }, tone }: { emoji: Emoji; tone: Tone }) =>
  custom ? <CustomEmoji id={custom.id} name={name} silent /> : withTone(char, tone);
