import { limits, type Conversation, type UserSummary } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useOpenConversation } from '@/features/conversations';
import { useFriends } from '@/features/relationships';
import { useFoundPeople } from '@/features/users';
import { useErrorText, useTranslation } from '@/i18n';
import { Avatar, Button, Dialog, DialogClose, FormError, MultiPicker, TextField, type PickerItem } from '@/ui';

export interface NewConversationDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onOpened: (conversation: Conversation) => void;
}

const toItem = ({ id, displayName, username, avatar }: UserSummary): PickerItem => ({
  value: id,
  label: displayName,
  detail: username,
  leading: <Avatar id={id} name={displayName} picture={avatar} size={20} />,
});

/** With one person a DM, with several a group, whose people must be friends. */
export default function NewConversationDialog({ open, onOpenChange, onOpened }: NewConversationDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const start = useOpenConversation();
  const [chosen, setChosen] = useState<PickerItem[]>([]);
  const [name, setName] = useState('');
  const people = usePeople(chosen);
  const isGroup = chosen.length > 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = chosen;
    if (!first || start.isPending) return;
    const group = { userIds: chosen.map(({ value }) => value), ...(name.trim() !== '' && { name }) };
    start.mutate(isGroup ? group : { userId: first.value }, { onSuccess: onOpened });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('conversations.new')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" disabled={chosen.length === 0} loading={start.isPending}>
            {t(isGroup ? 'conversations.startGroup' : 'conversations.start')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{start.error && errorText(start.error)}</FormError>
        <MultiPicker
          label={t('conversations.to')}
          hint={t('conversations.toHint')}
          placeholder={t('conversations.toPlaceholder')}
          emptyText={t('conversations.nobodyFound')}
          value={chosen}
          onValueChange={(next) => setChosen(next.slice(0, limits.groupRecipients - 1))}
          items={people.items}
          loading={people.isLoading}
          onQueryChange={people.setQuery}
        />
        {isGroup && (
          <TextField
            label={t('conversations.groupName')}
            hint={t('conversations.groupNameHint')}
            autoComplete="off"
            maxLength={limits.channelName}
            value={name}
            onValueChange={setName}
          />
        )}
      </form>
    </Dialog>
  );
}

/** Friends first; whoever else may be written to is found by name. Once there are several, friends alone. */
function usePeople(chosen: readonly PickerItem[]) {
  const [query, setQuery] = useState('');
  const friends = useFriends();
  const found = useFoundPeople(chosen.length === 0 ? query.trim() : '');
  const lower = query.trim().toLowerCase();
  const matches = ({ displayName, username }: UserSummary) => displayName.toLowerCase().includes(lower) || username.includes(lower);
  const known = friends.filter(matches);
  const others = (found.data ?? []).filter(({ id }) => !known.some((friend) => friend.id === id));
  return { items: [...known, ...others].map(toItem), isLoading: found.isFetching, setQuery };
}
