import type { Message } from '@hearth/contract';
import { SmilePlus, Users } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from '@/i18n';
import { reactionName, useQuickEmoji } from '@/features/emoji';
import { Icon, IconButton, MenuItem, MenuSeparator, MenuTile, NativeButton, Tooltip } from '@/ui';
import { besideRow } from '../beside-row';
import { useActions } from '../conversation-actions';
import { ReactionEmoji } from './ReactionEmoji';

const IN_MENU = 6;
const IN_TOOLBAR = 3;

const isMine = (message: Message, emoji: string): boolean => message.reactions.some((reaction) => reaction.me && reaction.emoji === emoji);

/** What a person reacts with most, at the head of a message's menu, and who reacted. */
export function QuickReactions({ rowKey, message }: { rowKey: string; message: Message }) {
  const { t } = useTranslation();
  const { react, reactions } = useActions();
  const quick = useQuickEmoji(message.channelId, IN_MENU);
  const [first] = message.reactions;
  return (
    <>
      {reactions.mayAdd && (
        <div className="flex justify-between">
          {quick.map((emoji) => (
            <MenuTile
              key={emoji}
              label={t('reactions.with', { emoji: reactionName(emoji) })}
              checked={isMine(message, emoji)}
              onSelect={() => react(message, emoji)}
            >
              <ReactionEmoji emoji={emoji} />
            </MenuTile>
          ))}
          <MenuTile label={t('reactions.add')} onSelect={() => besideRow(rowKey, (row) => reactions.pick(message, row))}>
            <Icon icon={SmilePlus} size="bar" />
          </MenuTile>
        </div>
      )}
      {first && (
        <MenuItem icon={Users} onSelect={() => reactions.showWho(message, first.emoji)}>
          {t('reactions.title')}
        </MenuItem>
      )}
      {(reactions.mayAdd || first) && <MenuSeparator />}
    </>
  );
}

/** The same in the bar over the row. */
export function ToolbarReactions({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { react, reactions } = useActions();
  const quick = useQuickEmoji(message.channelId, IN_TOOLBAR);
  const add = useRef<HTMLButtonElement>(null);
  if (!reactions.mayAdd) return null;
  return (
    <>
      {quick.map((emoji) => (
        <Tooltip key={emoji} content={t('reactions.with', { emoji: reactionName(emoji) })}>
          <NativeButton
            tabIndex={-1}
            aria-label={t('reactions.with', { emoji: reactionName(emoji) })}
            aria-pressed={isMine(message, emoji)}
            onClick={() => react(message, emoji)}
            className="grid size-7 place-items-center rounded-card text-heading leading-none hover:bg-hover aria-pressed:bg-accent-subtle"
          >
            <ReactionEmoji emoji={emoji} />
          </NativeButton>
        </Tooltip>
      ))}
      <IconButton
        ref={add}
        icon={SmilePlus}
        size="small"
        label={t('reactions.add')}
        shortcut="plus"
        tabIndex={-1}
        onClick={() => add.current && reactions.pick(message, add.current)}
      />
    </>
  );
}
