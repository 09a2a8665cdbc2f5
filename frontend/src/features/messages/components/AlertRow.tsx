import type { Message } from '@hearth/contract';
import { MailOpen, ShieldAlert, Trash2 } from 'lucide-react';
import { memo, Suspense } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { ContextMenu, Icon, MenuItem, MenuSeparator, Skeleton, SkeletonGroup, Tooltip } from '@/ui';
import { ModerationAlert } from '@/features/automod/components';
import { useCan, useServerOfChannel } from '@/features/servers';
import { peopleIn } from '@/features/messages';
import { useActions } from './conversation-actions';
import { openContextMenu } from './open-context-menu';

interface AlertRowProps {
  rowKey: string;
  isActive: boolean;
  message: Message;
}

/** What AutoMod tells those who moderate: whose message it caught, or that many came at once. */
export const AlertRow = memo(function AlertRow({ rowKey, isActive, message }: AlertRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const server = useServerOfChannel(message.channelId);
  return (
    <ContextMenu items={<AlertMenuItems serverId={server?.id ?? ''} message={message} />}>
      <article
        data-row={rowKey}
        tabIndex={isActive ? 0 : -1}
        aria-label={`${t('notices.AUTOMOD_ALERT')}, ${format.time(message.createdAt)}`}
        className="flex gap-4 px-4 py-1 hover:bg-hover focus-visible:-outline-offset-2"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target === event.currentTarget) openContextMenu(event.currentTarget);
        }}
      >
        <span className="flex w-10 shrink-0 justify-center pt-0.5 text-danger-text">
          <Icon icon={ShieldAlert} />
        </span>
        <div className="flex min-w-0 flex-1 flex-col gap-1.5">
          <header className="flex items-baseline gap-2">
            <span className="text-body font-semibold">{t('notices.AUTOMOD_ALERT')}</span>
            <Tooltip content={format.exact(message.createdAt)}>
              <time dateTime={message.createdAt} className="shrink-0 text-meta whitespace-nowrap text-fg-subtle">
                {format.time(message.createdAt)}
              </time>
            </Tooltip>
          </header>
          <div className="max-w-dialog-large">
            <Suspense fallback={<AlertSkeleton />}>
              {server && <ModerationAlert serverId={server.id} message={message} peopleIn={peopleIn} />}
            </Suspense>
          </div>
        </div>
      </article>
    </ContextMenu>
  );
});

function AlertMenuItems({ serverId, message }: { serverId: string; message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  const mayDelete = useCan(serverId, 'MANAGE_MESSAGES', message.channelId);
  return (
    <>
      <MenuItem icon={MailOpen} onSelect={() => actions.markUnread(message)}>
        {t('messages.markUnread')}
      </MenuItem>
      {mayDelete && (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={() => actions.remove(message, false)}>
            {t('messages.delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}

function AlertSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col">
      <Skeleton shape="block" className="h-32 w-full" />
    </SkeletonGroup>
  );
}
