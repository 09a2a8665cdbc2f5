import { limits, type MessageSticker, type Report, type ReportStatus } from '@hearth/contract';
import { ArrowUpRight, Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Avatar, Button, FormError, IconButton, Menu, Pill, TextField, Tooltip } from '@/ui';
import { StickerPicture } from '@/features/emoji/components';
import { WrittenText } from '@/features/written';
import { useDecideReport } from '@/features/moderation';
import type { HeldServer } from '@/features/servers';
import MemberMenuItems from './MemberMenu';

interface ReportCardProps {
  server: HeldServer;
  report: Report;
  onOpenMessage: (channelId: string, seq: number) => void;
}

/** One report: about whom, what they wrote, what was told about it, and the decision. */
export function ReportCard({ server, report, onOpenMessage }: ReportCardProps) {
  const { t } = useTranslation();
  return (
    <article className="flex flex-col gap-3 py-4">
      <header className="flex items-start gap-3">
        <Target server={server} report={report} />
        <Pill tone="warning">{t(`reporting.categories.${report.category}`)}</Pill>
      </header>
      {report.message && <ReportedMessage message={report.message} onOpen={onOpenMessage} />}
      <Told report={report} />
      {report.status === 'OPEN' ? <Decision server={server} report={report} /> : <Decided server={server} report={report} />}
    </article>
  );
}

function Target({ server, report: { target } }: Pick<ReportCardProps, 'server' | 'report'>) {
  const { t } = useTranslation();
  if (!target) return <p className="flex-1 text-ui text-fg-muted">{t('reports.goneTarget')}</p>;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      <Avatar id={target.id} name={nameOf(target)} picture={target.avatar} size={32} />
      <div className="flex min-w-0 flex-col">
        <bdi className="truncate text-ui font-semibold">{nameOf(target)}</bdi>
        <bdi className="truncate text-meta text-fg-subtle">{target.username}</bdi>
      </div>
      {target.id !== server.me.user.id && (
        <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('membersPage.actions', { name: nameOf(target) })} />}>
          <MemberMenuItems serverId={server.id} user={target} />
        </Menu>
      )}
    </div>
  );
}

interface ReportedMessageProps {
  message: NonNullable<Report['message']>;
  onOpen: ReportCardProps['onOpenMessage'];
}

/** As it was when it was reported, whatever became of it. */
function ReportedMessage({ message, onOpen }: ReportedMessageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <figure className="flex flex-col gap-2 rounded-card border border-line bg-raised p-3">
      <figcaption className="flex flex-wrap items-center gap-x-2 text-meta text-fg-subtle">
        <bdi className="font-medium">#{message.channelName}</bdi>
        <Tooltip content={format.exact(message.createdAt)}>
          <time dateTime={message.createdAt}>{format.stamp(message.createdAt)}</time>
        </Tooltip>
        {message.editedAt !== null && <span>{t('messages.edited')}</span>}
      </figcaption>
      {message.content !== '' && (
        <p dir="auto" className="max-h-60 overflow-y-auto text-body wrap-anywhere whitespace-pre-wrap">
          <WrittenText {...message} />
        </p>
      )}
      {message.sticker && <ReportedSticker sticker={message.sticker} />}
      {message.poll && <ReportedPoll poll={message.poll} />}
      <Button
        size="small"
        variant="ghost"
        iconEnd={ArrowUpRight}
        className="-ms-2 self-start"
        onClick={() => onOpen(message.channelId, message.seq)}
      >
        {t('reports.openMessage')}
      </Button>
    </figure>
  );
}

/** Its name tells what it was when its picture is gone. */
function ReportedSticker({ sticker }: { sticker: MessageSticker }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1">
      <div className="size-24">
        <Suspense>
          <StickerPicture sticker={sticker} />
        </Suspense>
      </div>
      <p className="text-meta text-fg-subtle">{t('stickers.said', { name: sticker.name })}</p>
    </div>
  );
}

function ReportedPoll({ poll: { question, answers } }: Required<Pick<ReportedMessageProps['message'], 'poll'>>) {
  return (
    <div className="flex flex-col gap-1 text-body wrap-anywhere">
      <p dir="auto" className="font-semibold">
        {question}
      </p>
      <ul className="list-disc ps-5">
        {answers.map((answer, index) => (
          <li key={index}>
            <bdi>{answer}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Told({ report: { reporter, category, comment, createdAt } }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const noPerson = category === 'MALWARE' ? t('reports.byScanner') : t('reports.byGone');
  const by = reporter ? t('reports.by', { name: nameOf(reporter) }) : noPerson;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-meta text-fg-subtle">
        {by} ·{' '}
        <Tooltip content={format.exact(createdAt)}>
          <time dateTime={createdAt}>{format.relative(createdAt)}</time>
        </Tooltip>
      </p>
      {comment !== '' && (
        <p dir="auto" className="text-ui wrap-anywhere whitespace-pre-wrap">
          {comment}
        </p>
      )}
    </div>
  );
}

function Decision({ server, report }: Pick<ReportCardProps, 'server' | 'report'>) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const decide = useDecideReport(server.id);
  const [note, setNote] = useState('');
  if (report.target?.id === server.me.user.id) return <p className="text-ui text-fg-muted">{t('reports.aboutYou')}</p>;
  const as = (status: ReportStatus) =>
    decide.mutate({ reportId: report.id, status, ...(note.trim() !== '' && { resolution: note.trim() }) });
  const pending = decide.isPending ? decide.variables.status : null;
  return (
    <div className="flex flex-col gap-3">
      <FormError>{decide.error && errorText(decide.error)}</FormError>
      <TextField
        label={t('reports.note')}
        optional
        hint={t('reports.noteHint')}
        dir={autoDir(note)}
        autoComplete="off"
        maxLength={limits.reportComment}
        value={note}
        onValueChange={setNote}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={pending === 'RESOLVED'} disabled={pending === 'DISMISSED'} onClick={() => as('RESOLVED')}>
          {t('reports.resolve')}
        </Button>
        <Button loading={pending === 'DISMISSED'} disabled={pending === 'RESOLVED'} onClick={() => as('DISMISSED')}>
          {t('reports.dismiss')}
        </Button>
      </div>
    </div>
  );
}

function Decided({ server, report }: Pick<ReportCardProps, 'server' | 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const decide = useDecideReport(server.id);
  const { resolver, resolution, resolvedAt } = report;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-card bg-hover px-3 py-2">
      <div className="flex min-w-0 flex-col">
        <p className="text-ui">
          {t('reports.decidedBy', { name: (resolver && nameOf(resolver)) ?? t('reports.somebody') })}
          {resolvedAt !== null && <> · {format.relative(resolvedAt)}</>}
        </p>
        {resolution !== '' && (
          <p dir="auto" className="text-ui wrap-anywhere text-fg-muted">
            {resolution}
          </p>
        )}
        <FormError>{decide.error && errorText(decide.error)}</FormError>
      </div>
      {report.target?.id !== server.me.user.id && (
        <Button size="small" loading={decide.isPending} onClick={() => decide.mutate({ reportId: report.id, status: 'OPEN' })}>
          {t('reports.reopen')}
        </Button>
      )}
    </div>
  );
}
