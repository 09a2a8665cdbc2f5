import type { Message, UserSummary } from '@hearth/contract';
import { SmilePlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast, useFormat } from '@/i18n';
import { Avatar, Button, DataList, Dialog, EmptyState, IconButton, NameText, Tabs } from '@/ui';
import { useTakeReactions, useWhoReacted } from '../../reactions/queries';
import { useHeldConversation } from '../../queries';
import { useAuthor } from '../use-author';

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
            label: `${kind.emoji} ${format.number(kind.count)}`,
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
        label={t('reactions.people', { emoji })}
        list={list}
        keyOf={({ id }) => id}
        errorTitle={t('reactions.peopleFailed')}
        empty={<Nobody />}
        className="min-h-40"
      >
        {(user) => <Person user={user} onRemove={canModerate ? () => remove(user.id) : undefined} />}
      </DataList>
      {canModerate && (
        <Button size="small" variant="ghost" loading={take.isPending} onClick={() => remove()} className="mt-2">
          {t('reactions.removeKind', { emoji })}
        </Button>
      )}
    </>
  );
}

function Person({ user, onRemove }: { user: UserSummary; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation();
  const shown = useAuthor(user);
  return (
    <div className="flex min-h-12 items-center gap-3">
      <Avatar id={user.id} name={shown.name} src={user.avatar} size={32} />
      <span className="min-w-0 flex-1 truncate text-body">
        <NameText {...shown} />
      </span>
      {onRemove && <IconButton icon={X} size="small" label={t('reactions.removeOf', { name: shown.name })} onClick={onRemove} />}
    </div>
  );
}
