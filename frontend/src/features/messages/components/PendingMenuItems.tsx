import { useTranslation } from '@/i18n';
import { MenuItem, MenuSeparator } from '@/ui';
import { calledIn, discardMessage, harmfulFiles, readableText, retryMessage, type PendingMessage } from '@/features/messages';
import { useActions } from './conversation-actions';
import { revise } from './revise';

/** What can be done with a message that has not reached the server. */
export default function PendingMenuItems({ pending }: { pending: PendingMessage }) {
  const { t } = useTranslation();
  const actions = useActions();
  const { channelId, content, sticker, voice, files = [] } = pending;
  const waits = pending.state === 'pending' && files.some(({ id }) => id === null);
  return (
    <>
      <MenuItem onSelect={() => actions.copy(readableText({ channelId, content, mentions: calledIn(channelId, content), sticker }))}>
        {t('messages.copy')}
      </MenuItem>
      {waits && (
        <>
          <MenuSeparator />
          <MenuItem danger onSelect={() => discardMessage(pending.nonce)}>
            {t('uploads.cancel')}
          </MenuItem>
        </>
      )}
      {pending.state === 'failed' && (
        <>
          {!sticker && !voice && <MenuItem onSelect={() => revise(pending)}>{t('messages.edit')}</MenuItem>}
          {harmfulFiles(pending).length === 0 && <MenuItem onSelect={() => retryMessage(pending.nonce)}>{t('messages.retry')}</MenuItem>}
          <MenuSeparator />
          <MenuItem danger onSelect={() => discardMessage(pending.nonce)}>
            {t('messages.discard')}
          </MenuItem>
        </>
      )}
    </>
  );
}
