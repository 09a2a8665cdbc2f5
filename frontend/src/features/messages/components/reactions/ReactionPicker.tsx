import type { Message } from '@hearth/contract';
import { Suspense } from 'react';
import { useTranslation } from '@/i18n';
import { EmojiPicker } from '@/features/emoji/components';
import { AnchoredPopover } from '@/ui';
import { useActions } from '../conversation-actions';

export interface ReactionPickerProps {
  message: Message;
  anchor: HTMLElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Beside a message, all that one can react with. */
export default function ReactionPicker({ message, anchor, open, onOpenChange }: ReactionPickerProps) {
  const { t } = useTranslation();
  const { reactions } = useActions();
  const row = anchor.closest<HTMLElement>('[data-row]') ?? anchor;
  return (
    <AnchoredPopover
      anchor={anchor}
      returnTo={row}
      open={open}
      onOpenChange={onOpenChange}
      title={t('reactions.add')}
      hideTitle
      side="top"
      align="end"
      className="p-3"
    >
      <Suspense>
        <EmojiPicker
          channelId={message.channelId}
          onPick={(char, more) => {
            reactions.add(message, char);
            if (!more) onOpenChange(false);
          }}
        />
      </Suspense>
    </AnchoredPopover>
  );
}
