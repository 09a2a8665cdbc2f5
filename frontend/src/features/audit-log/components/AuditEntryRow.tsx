import type { AuditLogEntry } from '@hearth/contract';
import { Bot, ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Trans } from 'react-i18next';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Avatar, Icon, Tooltip } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { useChangeLines, type ChangeLine } from './use-change-lines';

/** One act in a sentence; what exactly it changed, and why, is folded in. */
export function AuditEntryRow({ server, entry }: { server: HeldServer; entry: AuditLogEntry }) {
  const { t } = useTranslation();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const lines = useChangeLines(server)(entry.changes);
  const hasMore = lines.length > 0 || entry.reason !== null;
  return (
    <div className="flex items-start gap-3 py-2.5">
      <Face entry={entry} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <Sentence entry={entry} />
        <When at={entry.createdAt} />
        {hasMore && open && <Details id={detailsId} lines={lines} reason={entry.reason} />}
      </div>
      {hasMore && (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          aria-label={t('auditLog.details')}
          onClick={() => setOpen(!open)}
          className="touch-area grid size-7 shrink-0 place-items-center rounded-card text-fg-subtle transition-colors hover:bg-hover hover:text-fg"
        >
          <Icon icon={ChevronDown} className={cn('transition-[rotate] duration-fast', open && 'rotate-180')} />
        </button>
      )}
    </div>
  );
}

function Face({ entry: { actor, actorId } }: { entry: AuditLogEntry }) {
  if (actor) return <Avatar id={actor.id} name={nameOf(actor)} picture={actor.avatar} size={32} />;
  if (actorId !== null) return <Avatar id={actorId} name="" size={32} />;
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-full bg-active text-fg-muted">
      <Icon icon={Bot} />
    </span>
  );
}

function Sentence({ entry }: { entry: AuditLogEntry }) {
  const { t } = useTranslation();
  const { actor, actorId, action, targetName } = entry;
  const who = (actor && nameOf(actor)) ?? (actorId === null ? t('auditLog.autoMod') : t('auditLog.goneActor'));
  return (
    <p className="text-ui wrap-anywhere text-fg-muted">
      <Trans
        i18nKey={`auditLog.acts.${action}`}
        values={{ actor: who, target: targetName ?? t('auditLog.several') }}
        components={{ strong: <strong className="font-semibold text-fg" /> }}
      />
    </p>
  );
}

function When({ at }: { at: string }) {
  const format = useFormat();
  return (
    <Tooltip content={format.exact(at)}>
      <time dateTime={at} className="self-start text-meta text-fg-subtle">
        {format.stamp(at)}
      </time>
    </Tooltip>
  );
}

function Details({ id, lines, reason }: { id: string; lines: readonly ChangeLine[]; reason: string | null }) {
  const { t } = useTranslation();
  return (
    <dl id={id} className="mt-2 flex flex-col gap-1.5 rounded-card bg-hover px-3 py-2.5">
      {reason !== null && <Line label={t('moderation.reason')} before={null} after={reason} />}
      {lines.map((line, index) => (
        <Line key={index} {...line} />
      ))}
    </dl>
  );
}

function Line({ label, before, after }: ChangeLine) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-x-3 tablet:flex-row">
      <dt className="shrink-0 text-meta leading-5 font-medium text-fg-subtle tablet:w-44">{label}</dt>
      <dd className="min-w-0 flex-1 text-ui wrap-anywhere">
        {before !== null && (
          <>
            <span className="sr-only">{t('auditLog.before')}: </span>
            <bdi className={cn('text-fg-subtle', after !== null && 'line-through')}>{before}</bdi>
          </>
        )}
        {before !== null && <span aria-hidden> {after === null ? `(${t('auditLog.removed')})` : '→ '}</span>}
        {after !== null && (
          <>
            {before !== null && <span className="sr-only">{t('auditLog.after')}: </span>}
            <bdi>{after}</bdi>
          </>
        )}
      </dd>
    </div>
  );
}
