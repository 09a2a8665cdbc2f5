import type { Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useAddRecipient } from '@/features/conversations';
import { useFriends } from '@/features/relationships';
import { useErrorText, useTranslation } from '@/i18n';
import { Avatar, Button, Dialog, DialogClose, FormError, MultiPicker, type PickerItem } from '@/ui';

export interface AddPeopleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

/** Friends who are not in the group yet. */
export default function AddPeopleDialog({ open, onOpenChange, channel }: AddPeopleDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const add = useAddRecipient();
  const [chosen, setChosen] = useState<PickerItem[]>([]);
  const friends = useFriends().filter(({ id }) => !channel.recipients?.some((recipient) => recipient.id === id));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    for (const { value } of chosen) await add.mutateAsync({ channelId: channel.id, userId: value });
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('conversations.addPeople')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" disabled={chosen.length === 0} loading={add.isPending}>
            {t('conversations.add')}
          </Button>
        </>
      }
    >
      {/* What fails is shown above, and those who came in before it stay. */}
      <form id={formId} noValidate onSubmit={(event) => void submit(event).catch(() => undefined)} className="flex flex-col gap-5">
        <FormError>{add.error && errorText(add.error)}</FormError>
        <MultiPicker
          label={t('conversations.people')}
          hint={t('conversations.friendsOnly')}
          placeholder={t('conversations.toPlaceholder')}
          value={chosen}
          onValueChange={setChosen}
          items={friends.map(({ id, displayName, username, avatar }) => ({
            value: id,
            label: displayName,
            detail: username,
            leading: <Avatar id={id} name={displayName} picture={avatar} size={20} />,
          }))}
        />
      </form>
    </Dialog>
  );
}
