import type { Message } from '@hearth/contract';
import { Copy, MailOpen, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, MenuItem, MenuSeparator } from '@/ui';
import { useActions } from './conversation-actions';

/** What can be done with a message, behind a right click, a long press, or Enter. */
export function MessageMenuItems({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <>
      {actions.canEdit(message) && (
        <MenuItem icon={Pencil} shortcut="e" onSelect={() => actions.startEdit(message)}>
          {t('messages.edit')}
        </MenuItem>
      )}
      <MenuItem icon={Copy} onSelect={() => actions.copy(message.content)}>
        {t('messages.copy')}
      </MenuItem>
      <MenuItem icon={MailOpen} onSelect={() => actions.markUnread(message)}>
        {t('messages.markUnread')}
      </MenuItem>
      {actions.canDelete(message) && (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger shortcut="delete" onSelect={() => actions.remove(message, false)}>
            {t('messages.delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** The same at the row itself, under the pointer. */
export function MessageToolbar({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <div
      role="toolbar"
      aria-label={t('messages.actions')}
      className="absolute end-4 -top-4 z-1 flex rounded-card bg-raised p-0.5 shadow-bar pointer-coarse:hidden"
    >
      {actions.canEdit(message) && (
        <IconButton
          icon={Pencil}
          size="small"
          label={t('messages.edit')}
          shortcut="e"
          tabIndex={-1}
          onClick={() => actions.startEdit(message)}
        />
      )}
      <IconButton icon={Copy} size="small" label={t('messages.copy')} tabIndex={-1} onClick={() => actions.copy(message.content)} />
      <IconButton icon={MailOpen} size="small" label={t('messages.markUnread')} tabIndex={-1} onClick={() => actions.markUnread(message)} />
      {actions.canDelete(message) && (
        <IconButton
          icon={Trash2}
          size="small"
          label={t('messages.delete')}
          shortcut="delete"
          tabIndex={-1}
          onClick={(event) => actions.remove(message, event.shiftKey)}
        />
      )}
    </div>
  );
}
