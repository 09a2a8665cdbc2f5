import type { AdminStorage } from '@hearth/contract';
import { useState, type ReactNode } from 'react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { Shares } from '@/features/storage/components';
import { Banner, Button, ProgressBar } from '@/ui';
import type { FilesOf } from '../queries';
import { AdminFiles } from './AdminFiles';

interface Shown {
  title: string;
  of: FilesOf;
}

/** What files take, of what and of whom, and what is not done. */
export function StorageOverview({ storage }: { storage: AdminStorage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { store, tools, bytes, count, kinds, users, servers } = storage;
  const [shown, setShown] = useState<Shown | null>(null);
  const [isOpen, setOpen] = useState(false);
  const show = (of: FilesOf, title: string) => {
    setShown({ of, title });
    setOpen(true);
  };
  const titleOf = (name = '') => t('admin.filesOf', { name });
  return (
    <div className="flex flex-col gap-8">
      {!store.isUp && <Banner tone="danger">{t('admin.storeDown')}</Banner>}
      <section className="flex flex-col gap-3">
        <p className="text-title font-semibold">{format.bytes(bytes)}</p>
        <p className="text-ui text-fg-muted">
          {t('storage.count', { count, number: format.number(count) })} · {t(`admin.drivers.${store.driver}`)}{' '}
          <bdi className="font-mono text-meta wrap-anywhere">{store.place}</bdi>
        </p>
        {store.freeBytes !== null && store.totalBytes !== null && (
          <ProgressBar
            label={t('admin.disk')}
            value={store.totalBytes - store.freeBytes}
            max={store.totalBytes}
            formatValue={() => t('admin.free', { free: format.bytes(store.freeBytes ?? 0), total: format.bytes(store.totalBytes ?? 0) })}
          />
        )}
      </section>
      {!tools.ffmpeg.available && (
        <Banner tone="warning">
          {t('admin.noFfmpeg')} <bdi>{tools.ffmpeg.reason}</bdi>
        </Banner>
      )}
      {tools.scanner?.available === false && (
        <Banner tone="danger">
          {t('admin.scannerAway')} <bdi>{tools.scanner.reason}</bdi>
        </Banner>
      )}
      <div className="grid gap-8 tablet:grid-cols-2">
        <Shares
          title={t('storage.byKind')}
          whole={bytes}
          shares={kinds.map(({ kind, ...usage }) => ({ key: kind, label: t(`storage.kinds.${kind}`), ...usage }))}
        />
        <Pending storage={storage} onQuarantined={() => show({ state: 'quarantined' }, t('admin.quarantined'))} />
        <Shares
          title={t('admin.byUser')}
          whole={bytes}
          shares={users.map(({ user, ...usage }) => ({ key: user.id, label: nameOf(user), ...usage }))}
          onOpen={(userId) => show({ userId }, titleOf(users.filter(({ user }) => user.id === userId).map(({ user }) => nameOf(user))[0]))}
        />
        <Shares
          title={t('admin.byServer')}
          whole={bytes}
          shares={servers.map(({ server, ...usage }) => ({ key: server.id, label: server.name, ...usage }))}
          onOpen={(serverId) => show({ serverId }, titleOf(servers.find(({ server }) => server.id === serverId)?.server.name))}
        />
      </div>
      {shown && <AdminFiles open={isOpen} onOpenChange={setOpen} {...shown} />}
    </div>
  );
}

interface PendingProps {
  storage: AdminStorage;
  onQuarantined: () => void;
}

function Pending({ storage: { uploading, unsent, processing, quarantined, removals, check, tools }, onQuarantined }: PendingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const usage = ({ bytes, count }: AdminStorage['unsent']) => format.facts(format.number(count), count > 0 && format.bytes(bytes));
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-ui font-semibold">{t('admin.pending')}</h3>
      <dl className="flex flex-col gap-2 text-ui">
        <Line label={t('admin.uploading')}>{usage(uploading)}</Line>
        <Line label={t('admin.unsent')}>{usage(unsent)}</Line>
        <Line label={t('admin.processing')}>{usage(processing)}</Line>
        <Line label={t('admin.quarantined')}>
          {quarantined.count === 0 ? (
            usage(quarantined)
          ) : (
            <Button
              size="small"
              aria-label={format.facts(t('admin.quarantined'), usage(quarantined))}
              aria-haspopup="dialog"
              onClick={onQuarantined}
            >
              {usage(quarantined)}
            </Button>
          )}
        </Line>
        <Line label={t('admin.scanner')}>{tools.scanner ? (tools.scanner.version ?? t('admin.scannerDown')) : t('admin.noScanner')}</Line>
        <Line label={t('admin.removals')}>{format.number(removals)}</Line>
        <Line label={t('admin.check')}>
          {check === null
            ? t('admin.notChecked')
            : format.facts(
                format.stamp(check.at),
                check.orphans + check.leftovers + check.missing === 0
                  ? t('admin.checkFine')
                  : t('admin.checkFound', {
                      removed: format.number(check.orphans + check.leftovers),
                      missing: format.number(check.missing),
                    }),
              )}
        </Line>
      </dl>
    </section>
  );
}

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-4">
    <dt className="text-fg-muted">{label}</dt>
    <dd className="text-end tabular-nums">{children}</dd>
  </div>
);
