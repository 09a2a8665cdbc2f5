import type { Message } from '@hearth/contract';
import { Megaphone } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { Icon, Tooltip } from '@/ui';

/** Above a copy: where it was published. */
export function OriginLine({ message: { origin } }: { message: Message }) {
  const { t } = useTranslation();
  if (!origin) return null;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-meta text-fg-subtle">
      <Icon icon={Megaphone} size="small" />
      <span className="truncate">{t('announcements.from', { channel: origin.channelName, server: origin.serverName })}</span>
    </p>
  );
}

/** Under an announcement: that followers have it. */
export function PublishedLine({ message: { publishedAt } }: { message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (publishedAt === undefined) return null;
  return (
    <Tooltip content={format.exact(publishedAt)}>
      <p className="flex w-fit items-center gap-1.5 text-meta text-fg-subtle">
        <Icon icon={Megaphone} size="small" />
        {t('announcements.published')}
      </p>
    </Tooltip>
  );
}
