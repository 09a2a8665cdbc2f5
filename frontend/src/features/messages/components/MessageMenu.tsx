import type { Message } from '@hearth/contract';
import { Copy, Ellipsis, Flag, IdCard, ListChecks, MailOpen, Pencil, Trash2, UserRound } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton, MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { readableText } from '@/features/messages';
import { beginAct } from '@/features/moderation';
import { MemberMenuItems } from '@/features/moderation/components';
import { useServerOfChannel } from '@/features/servers';
import { useMe } from '@/features/users';
import { useProfileCard } from '@/features/users/components';
import { besideRow } from './beside-row';
import { useActions } from './conversation-actions';
import { EmbedMenuItem } from './embeds/EmbedMenuItem';
import { useExtras } from './message-extras';
import { openContextMenu } from './open-context-menu';
import { AnsweringButtons, AnsweringItems, HideItem, KeepingItems } from './keeping/KeepingMenuItems';
import { QuickReactions, ToolbarReactions } from './reactions/QuickReactions';
import { useAuthor } from './use-author';

/** What can be done with a message, behind a right click, a long press, or Enter. */
export function MessageMenuItems({ rowKey, message }: { rowKey: string; message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  const { MenuItems } = useExtras();
  return (
    <>
      <QuickReactions rowKey={rowKey} message={message} />
      <AnsweringItems message={message} />
      {actions.canEdit(message) && (
        <MenuItem icon={Pencil} shortcut="e" onSelect={() => actions.startEdit(message)}>
          {t('messages.edit')}
        </MenuItem>
      )}
      <MenuItem icon={Copy} onSelect={() => actions.copy(readableText(message))}>
        {t('messages.copy')}
      </MenuItem>
      <MenuItem icon={MailOpen} onSelect={() => actions.markUnread(message)}>
        {t('messages.markUnread')}
      </MenuItem>
      <EmbedMenuItem message={message} />
      <KeepingItems message={message} />
      {MenuItems && <MenuItems message={message} />}
      <AuthorItems rowKey={rowKey} message={message} />
      <MenuSeparator />
      <HideItem message={message} />
      {actions.canDelete(message) && (
        <>
          {actions.choose && (
            <MenuItem icon={ListChecks} onSelect={() => actions.choose?.(message)}>
              {t('messages.chooseSeveral')}
            </MenuItem>
          )}
          <MenuItem icon={Trash2} danger shortcut="delete" onSelect={() => actions.remove(message, false)}>
            {t('messages.delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** About somebody else's message, and in a server about them. */
function AuthorItems({ rowKey, message }: { rowKey: string; message: Message }) {
  const { id, channelId, author } = message;
  const { t } = useTranslation();
  const me = useMe();
  const server = useServerOfChannel(channelId);
  const showProfile = useProfileCard();
  const { name } = useAuthor(author);
  if (author.id === me.id) return null;
  return (
    <>
      <MenuItem
        icon={IdCard}
        onSelect={() => besideRow(rowKey, (row) => showProfile(author.id, row.querySelector<HTMLElement>('header button') ?? row, row))}
      >
        {t('profileCard.openOf', { name })}
      </MenuItem>
      <MenuItem icon={Flag} onSelect={() => beginAct({ kind: 'reportMessage', messageId: id, user: author, text: readableText(message) })}>
        {t('messages.report')}
      </MenuItem>
      {server && (
        <SubMenu icon={UserRound} label={name}>
          <MemberMenuItems serverId={server.id} user={author} />
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
      <ToolbarReactions message={message} />
      <AnsweringButtons message={message} />
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
      <IconButton
        icon={Ellipsis}
        size="small"
        label={t('messages.more')}
        tabIndex={-1}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => openContextMenu(currentTarget, 'pointer')}
      />
    </div>
  );
}
