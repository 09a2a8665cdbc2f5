import { useTranslation } from 'react-i18next';
import { MenuItem, MenuSeparator } from '@/ui';
import { discardMessage, retryMessage, type PendingMessage } from '@/features/messages';
import { useActions } from './conversation-actions';
import { revise } from './revise';

/** What can be done with a message that has not reached the server. */
export default function PendingMenuItems({ pending }: { pending: PendingMessage }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <>
      <MenuItem onSelect={() => actions.copy(pending.content)}>{t('messages.copy')}</MenuItem>
      {pending.state === 'failed' && (
        <>
          <MenuItem onSelect={() => revise(pending)}>{t('messages.edit')}</MenuItem>
          <MenuItem onSelect={() => retryMessage(pending.nonce)}>{t('messages.retry')}</MenuItem>
          <MenuSeparator />
          <MenuItem danger onSelect={() => discardMessage(pending.nonce)}>
            {t('messages.discard')}
          </MenuItem>
        </>
      )}
    </>
  );
}
