import { heldUsable, labelled } from '@/features/expressions';
import { setEmojiWriting } from '../../mention-names';
import { withEmoji, withLabels } from '../../emoji-text';

type Change = typeof withEmoji;

/** As long as nobody knows which there are, everything stays as it is. */
function changed(channelId: string, text: string, change: Change): string {
  const usable = heldUsable(channelId, 'EMOJI');
  return usable ? change(text, labelled(usable)) : text;
}

/** From here on what is typed between colons is sent as the emoji of that name. */
export const writeEmoji = (): void =>
  setEmojiWriting({
    toContent: (channelId, text) => changed(channelId, text, withEmoji),
    toText: (channelId, content) => changed(channelId, content, withLabels),
  });
