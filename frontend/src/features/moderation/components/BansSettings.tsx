import type { Ban } from '@hearth/contract';
import { Undo2, UserX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Trans } from 'react-i18next';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { Avatar, Banner, Button, ConfirmDialog, DataList, DataRow, EmptyState, ProgressBar, SearchField, Tooltip } from '@/ui';
import { dismissProgress, useBans, useProgress, useUnbanMember } from '@/features/moderation';
import type { HeldServer } from '@/features/servers';
import { given, ReasonField } from './ReasonField';

/** Who may not come back, and the way back for them. */
export default function BansSettings({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const name = useDeferredValue(query.trim());
  const list = useBans(server.id, name);
  return (
    <DataList
      label={t('bans.title')}
      list={list}
      keyOf={({ user }) => user.id}
      filters={
        (list.items.length > 0 || query !== '') && (
          <SearchField label={t('bans.search')} value={query} onValueChange={setQuery} className="flex-1" />
        )
      }
      empty={
        name === '' ? (
          <EmptyState icon={UserX} title={t('bans.none')}>
            {t('bans.noneText')}
          </EmptyState>
        ) : (
          <EmptyState icon={UserX} title={t('bans.noneFound')} />
        )
      }
      errorTitle={t('bans.failed')}
    >
      {(ban) => <BanRow ban={ban} />}
    </DataList>
  );
}

function BanRow({ ban }: { ban: Ban }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <DataRow
        leading={<Avatar id={ban.user.id} name={nameOf(ban.user)} picture={ban.user.avatar} size={32} />}
        title={
          <>
            <bdi>{nameOf(ban.user)}</bdi> <bdi className="font-normal text-fg-subtle">{ban.user.username}</bdi>
          </>
        }
        detail={<BanFacts ban={ban} />}
        actions={
          <Button size="small" icon={Undo2} mirrored onClick={() => setAsks(true)}>
            {t('bans.lift')}
          </Button>
        }
      />
      <Deletion ban={ban} />
      <LiftDialog ban={ban} open={asks} onOpenChange={setAsks} />
    </>
  );
}

function BanFacts({ ban: { moderator, reason, createdAt } }: { ban: Ban }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {reason !== null && (
        <span className="block text-fg-muted">
          <bdi>{reason}</bdi>
        </span>
      )}
      {moderator && <>{t('bans.by', { name: nameOf(moderator) })} · </>}
      <Tooltip content={format.exact(createdAt)}>
        <time dateTime={createdAt}>{format.relative(createdAt)}</time>
      </Tooltip>
    </>
  );
}

/** How far the deletion of their messages is, for whoever began it. */
function Deletion({ ban }: { ban: Ban }) {
  const { t } = useTranslation();
  const format = useFormat();
  const progress = useProgress(ban.serverId, 'BAN', ban.user.id);
  if (!progress) return null;
  const { status, done, total } = progress;
  if (status !== 'RUNNING') {
    return (
      <Banner tone={status === 'DONE' ? 'info' : 'danger'} className="mb-2 rounded-card" onDismiss={() => dismissProgress(progress)}>
        {status === 'DONE' ? t('bans.deleted', { count: done, number: format.number(done) }) : t('bans.notDeleted')}
      </Banner>
    );
  }
  return (
    <ProgressBar
      label={t('bans.deleting')}
      value={total === 0 ? null : done}
      max={total}
      formatValue={(count) => t('bans.deletingOf', { done: format.number(count), total: format.number(total) })}
      className="ps-11 pb-3"
    />
  );
}

function LiftDialog({ ban, open, onOpenChange }: { ban: Ban; open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const unban = useUnbanMember(ban.serverId);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      tone="primary"
      title={t('bans.liftTitle')}
      description={
        <Trans
          i18nKey="bans.liftText"
          values={{ name: nameOf(ban.user) }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('bans.lift')}
      busy={unban.isPending}
      error={unban.error ? errorText(unban.error) : undefined}
      onConfirm={() => unban.mutate({ userId: ban.user.id, ...given(reason) }, { onSuccess: () => onOpenChange(false) })}
    >
      <ReasonField value={reason} onValueChange={setReason} />
    </ConfirmDialog>
  );
}
