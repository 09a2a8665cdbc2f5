import type { Message } from '@hearth/contract';
import { Copy, Flag, MailOpen, Pencil, Trash2, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { beginAct } from '@/features/moderation';
import { MemberMenuItems } from '@/features/moderation/components';
import { useServerOfChannel } from '@/features/servers';
import { useMe } from '@/features/users';
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
      <AuthorItems message={message} />
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

/** About somebody else's message, and in a server about them. */
function AuthorItems({ message: { id, channelId, author, content } }: { message: Message }) {
  const { t } = useTranslation();
  const me = useMe();
  const server = useServerOfChannel(channelId);
  if (author.id === me.id) return null;
  return (
    <>
      <MenuItem icon={Flag} onSelect={() => beginAct({ kind: 'reportMessage', messageId: id, user: author, text: content })}>
        {t('messages.report')}
      </MenuItem>
      {server && (
        <SubMenu icon={UserRound} label={author.displayName}>
          <MemberMenuItems serverId={server.id} userId={author.id} />
        </SubMenu>
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
