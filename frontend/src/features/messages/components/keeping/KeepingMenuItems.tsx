import type { Message } from '@hearth/contract';
import { Eye, EyeOff, Forward, Pin, PinOff, Reply, Star, StarOff } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton, MenuItem } from '@/ui';
import { useActions } from '../conversation-actions';

/** Answering and handing on: what people do most. */
export function AnsweringItems({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <>
      {actions.canReply(message) && (
        <MenuItem icon={Reply} mirrored shortcut="r" onSelect={() => actions.reply(message)}>
          {t('kept.reply')}
        </MenuItem>
      )}
      {actions.canForward(message) && (
        <MenuItem icon={Forward} mirrored shortcut="f" onSelect={() => actions.forward(message)}>
          {t('kept.forward')}
        </MenuItem>
      )}
    </>
  );
}

export function KeepingItems({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  const isPinned = message.pinnedAt !== null;
  return (
    <>
      {actions.canPin(message) && (
        <MenuItem icon={isPinned ? PinOff : Pin} shortcut="p" onSelect={() => actions.pin(message)}>
          {t(isPinned ? 'kept.unpin' : 'kept.pin')}
        </MenuItem>
      )}
      <MenuItem icon={message.starred ? StarOff : Star} onSelect={() => actions.star(message)}>
        {t(message.starred ? 'kept.unstar' : 'kept.star')}
      </MenuItem>
      {actions.canSeeReaders(message) && (
        <MenuItem icon={Eye} onSelect={() => actions.showReaders(message)}>
          {t('kept.readBy')}
        </MenuItem>
      )}
    </>
  );
}

export function HideItem({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { hide, show } = useActions();
  return (
    <MenuItem icon={EyeOff} onSelect={() => (message.hidden ? show : hide)(message)}>
      {t(message.hidden ? 'kept.showAgain' : 'kept.hide')}
    </MenuItem>
  );
}

/** The same in the bar over the row. */
export function AnsweringButtons({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <>
      {actions.canReply(message) && (
        <IconButton
          icon={Reply}
          mirrored
          size="small"
          label={t('kept.reply')}
          shortcut="r"
          tabIndex={-1}
          onClick={() => actions.reply(message)}
        />
      )}
      {actions.canForward(message) && (
        <IconButton
          icon={Forward}
          mirrored
          size="small"
          label={t('kept.forward')}
          shortcut="f"
          tabIndex={-1}
          onClick={() => actions.forward(message)}
        />
      )}
    </>
  );
}
