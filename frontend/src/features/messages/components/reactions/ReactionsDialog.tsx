import type { Message, UserSummary } from '@hearth/contract';
import { SmilePlus, X } from 'lucide-react';
import { useState } from 'react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { Button, DataList, Dialog, EmptyState, IconButton, Tabs } from '@/ui';
import { reactionName } from '@/features/emoji';
import { useTakeReactions, useWhoReacted } from '../../reactions/queries';
import { useHeldConversation } from '../../queries';
import { PersonRow } from '../PersonRow';
import { useAuthor } from '../use-author';
import { ReactionEmoji } from './ReactionEmoji';

export interface ReactionsDialogProps {
  message: Message;
  /** Whose list shows first. */
  emoji: string;
  canModerate: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Who reacted, one list for each emoji. */
export default function ReactionsDialog({ message: opened, emoji, canModerate, open, onOpenChange }: ReactionsDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const message = useHeldConversation(opened.channelId)?.messages.find(({ id }) => id === opened.id) ?? opened;
  const [chosen, setChosen] = useState(emoji);
  const kinds = message.reactions;
  const value = kinds.some((kind) => kind.emoji === chosen) ? chosen : (kinds[0]?.emoji ?? '');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('reactions.title')} size="small">
      {kinds.length === 0 ? (
        <Nobody />
      ) : (
        <Tabs
          label={t('reactions.title')}
          value={value}
          onValueChange={setChosen}
          items={kinds.map((kind) => ({
            value: kind.emoji,
            leading: <ReactionEmoji emoji={kind.emoji} />,
            label: format.number(kind.count),
            accessibleLabel: t('reactions.chip', { emoji: reactionName(kind.emoji), count: kind.count }),
            panel: <People message={message} emoji={kind.emoji} canModerate={canModerate} />,
          }))}
        />
      )}
    </Dialog>
  );
}

const Nobody = () => {
  const { t } = useTranslation();
  return <EmptyState icon={SmilePlus} title={t('reactions.nobody')} />;
};

function People({ message, emoji, canModerate }: { message: Message; emoji: string; canModerate: boolean }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const list = useWhoReacted(message, emoji);
  const take = useTakeReactions();
  const remove = (userId?: string) =>
    take.mutate(
      { messageId: message.id, emoji, ...(userId !== undefined && { userId }) },
      { onError: (error) => toast(t('reactions.notRemoved'), error) },
    );
  return (
    <>
      <DataList
        label={t('reactions.people', { emoji: reactionName(emoji) })}
        list={list}
        keyOf={({ id }) => id}
        errorTitle={t('reactions.peopleFailed')}
        empty={<Nobody />}
        className="min-h-40"
      >
        {(user) => <PersonRow user={user} action={canModerate && <Removal user={user} onRemove={() => remove(user.id)} />} />}
      </DataList>
      {canModerate && (
        <Button size="small" variant="ghost" loading={take.isPending} onClick={() => remove()} className="mt-2">
          {t('reactions.removeKind', { emoji: reactionName(emoji) })}
        </Button>
      )}
    </>
  );
}

function Removal({ user, onRemove }: { user: UserSummary; onRemove: () => void }) {
  const { t } = useTranslation();
  const { name } = useAuthor(user);
  return <IconButton icon={X} size="small" label={t('reactions.removeOf', { name })} onClick={onRemove} />;
}
