import type { Channel, UserSummary } from '@hearth/contract';
import { Crown, Ellipsis, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useUpdateChannel } from '@/features/channels';
import { useRemoveRecipient } from '@/features/conversations';
import { PresenceAvatar } from '@/features/presence/components';
import { useMe } from '@/features/users';
import { ProfileTrigger } from '@/features/users/components';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, Icon, IconButton, ListItem, Menu, MenuItem, ScrollArea, VisuallyHidden } from '@/ui';

interface Act {
  kind: 'remove' | 'makeOwner';
  user: UserSummary;
}

/** Who is in a group. Its owner may make others go, or hand it over. */
export function GroupPeople({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const [act, setAct] = useState<Act | null>(null);
  const { recipients = [], group } = channel;
  const isOwner = group?.ownerId === me.id;
  return (
    <ScrollArea label={t('conversations.people')} className="flex-1 px-2 pb-2">
      <h3 className="px-2 pt-4 pb-1 text-meta font-semibold text-fg-subtle">
        {t('conversations.people')} — {format.number(recipients.length)}
      </h3>
      <ul>
        {recipients.map((user) => (
          <li key={user.id}>
            <ListItem
              render={<ProfileTrigger userId={user.id} />}
              leading={<PresenceAvatar user={user} size={32} />}
              trailing={user.id === group?.ownerId && <OwnerMark />}
              actions={isOwner && user.id !== me.id && <PersonMenu user={user} onAct={setAct} />}
            >
              {nameOf(user)}
            </ListItem>
          </li>
        ))}
      </ul>
      {act && <ActDialog key={act.user.id} channelId={channel.id} act={act} onClose={() => setAct(null)} />}
    </ScrollArea>
  );
}

function OwnerMark() {
  const { t } = useTranslation();
  return (
    <span className="flex text-fg-subtle">
      <Icon icon={Crown} size="small" />
      <VisuallyHidden>{t('conversations.owner')}</VisuallyHidden>
    </span>
  );
}

function PersonMenu({ user, onAct }: { user: UserSummary; onAct: (act: Act) => void }) {
  const { t } = useTranslation();
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} size="small" label={t('conversations.actions', { name: nameOf(user) })} />}>
      <MenuItem icon={Crown} onSelect={() => onAct({ kind: 'makeOwner', user })}>
        {t('conversations.makeOwner')}
      </MenuItem>
      <MenuItem icon={UserMinus} danger onSelect={() => onAct({ kind: 'remove', user })}>
        {t('conversations.remove')}
      </MenuItem>
    </Menu>
  );
}

function ActDialog({ channelId, act: { kind, user }, onClose }: { channelId: string; act: Act; onClose: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useRemoveRecipient();
  const update = useUpdateChannel();
  const mutation = kind === 'remove' ? remove : update;
  const confirm = () => {
    if (kind === 'remove') remove.mutate({ channelId, userId: user.id }, { onSuccess: onClose });
    else update.mutate({ channelId, ownerId: user.id }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`conversations.${kind}Title`, { name: nameOf(user) })}
      description={t(`conversations.${kind}Text`, { name: nameOf(user) })}
      confirmLabel={t(`conversations.${kind}`)}
      busy={mutation.isPending}
      error={mutation.error ? errorText(mutation.error) : undefined}
      onConfirm={confirm}
    />
  );
}
