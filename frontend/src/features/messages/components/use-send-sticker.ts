import type { Expression } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { useToast } from '@/ui';
import type { Reply } from '@/features/messages';
import { sendSticker } from '../stickers';
import type { Slowmode } from './use-slowmode';

export interface StickerPlace {
  channelId: string;
  reply: Reply | null;
  pause: Slowmode;
}

/** Sends a sticker unless it is too soon. @returns whether it did */
export function useSendSticker({ channelId, reply, pause }: StickerPlace): (sticker: Expression) => boolean {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  return ({ id, name, animated }) => {
    if (pause.secondsLeft > 0) toast.show({ title: t('composer.tooSoon', { time: format.countdown(pause.secondsLeft) }), tone: 'warning' });
    if (pause.secondsLeft > 0 || pause.isBusy) return false;
    sendSticker(channelId, { id, name, animated }, reply);
    return true;
  };
}
