import type { Channel, Message } from '@hearth/contract';
import { Forward } from 'lucide-react';
import { Link } from 'wouter';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { Icon } from '@/ui';
import { useChannel } from '@/features/channels';
import { useMe } from '@/features/users';
import { paths } from '@/lib/paths';

/** Above what was handed on: that it was, and where it comes from for those who are there too. */
export default function ForwardLine({ message: { forward } }: { message: Message }) {
  const { t } = useTranslation();
  const channel = useChannel(forward?.channelId ?? '');
  const name = useName(channel);
  if (!forward) return null;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-meta/5 text-fg-subtle">
      <Icon icon={Forward} size="small" mirrored className="shrink-0" />
      {channel && name !== '' ? (
        <Link
          href={paths.message(channel.serverId, channel.id, forward.seq)}
          tabIndex={-1}
          className="truncate rounded-chip hover:text-fg hover:underline"
        >
          {t('kept.forwardedFrom', { name })}
        </Link>
      ) : (
        t('kept.forwarded')
      )}
    </p>
  );
}

/** As people call it: `#name`, or who it is with. */
function useName(channel: Channel | undefined): string {
  const format = useFormat();
  const meId = useMe().id;
  if (!channel) return '';
  if (channel.serverId !== null) return `#${channel.name}`;
  const others = (channel.recipients ?? []).filter(({ id }) => id !== meId);
  return channel.name || format.list(others.map(nameOf));
}
