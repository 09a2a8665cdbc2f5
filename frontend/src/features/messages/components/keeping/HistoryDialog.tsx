import type { Message } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Button, Dialog, ErrorState, Skeleton, SkeletonGroup } from '@/ui';
import { historyKey, readableText } from '@/features/messages';
import { wordDiff, type DiffPart } from './word-diff';

const PAGE = '50';

/** What a message said before, the newest first, and what each edit changed. */
export default function HistoryDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('keptMore.history')} size="medium">
      <Versions message={message} />
    </Dialog>
  );
}

interface Version {
  content: string;
  at: string;
}

function useVersions(message: Message) {
  const { id: messageId, content, editedAt, createdAt } = message;
  const named = (text: string) => readableText({ channelId: message.channelId, mentions: message.mentions, content: text });
  const query = useInfiniteQuery({
    queryKey: [...historyKey(messageId), content],
    queryFn: ({ pageParam }) =>
      call('listEdits', { params: { messageId }, query: { limit: PAGE, ...(pageParam !== null && { before: String(pageParam) }) } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ edits, hasMore }) => (hasMore ? (edits.at(-1)?.number ?? null) : null),
    gcTime: 0,
  });
  const before = (query.data?.pages ?? []).flatMap(({ edits }) =>
    edits.map((edit) => ({ content: named(edit.content), at: edit.writtenAt })),
  );
  const versions: Version[] = [{ content: named(content), at: editedAt ?? createdAt }, ...before];
  return { query, versions };
}

function Versions({ message }: { message: Message }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { query, versions } = useVersions(message);
  if (query.isError)
    return (
      <ErrorState title={t('keptMore.historyFailed')} onRetry={() => void query.refetch()}>
        {errorText(query.error)}
      </ErrorState>
    );
  if (query.isPending)
    return (
      <SkeletonGroup className="flex flex-col gap-3">
        <Skeleton shape="block" className="h-16" />
        <Skeleton shape="block" className="h-16" />
      </SkeletonGroup>
    );
  return (
    <ol className="flex flex-col gap-3">
      {versions.map((version, index) => (
        <VersionItem key={version.at} version={version} before={versions[index + 1]} isCurrent={index === 0} />
      ))}
      {query.hasNextPage && (
        <li>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('keptMore.showMore')}
          </Button>
        </li>
      )}
    </ol>
  );
}

function VersionItem({ version, before, isCurrent }: { version: Version; before: Version | undefined; isCurrent: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts: DiffPart[] = before ? wordDiff(before.content, version.content) : [{ kind: 'same', text: version.content }];
  return (
    <li className="rounded-card border border-line p-3">
      <p className="flex gap-2 text-meta text-fg-subtle">
        <time dateTime={version.at}>{format.exact(version.at)}</time>
        {isCurrent && <span className="font-semibold text-fg-muted">{t('keptMore.current')}</span>}
      </p>
      <p dir="auto" className="mt-1 text-body wrap-anywhere whitespace-pre-wrap">
        {parts.map(({ kind, text }, index) => (
          <Part key={index} kind={kind}>
            {text}
          </Part>
        ))}
      </p>
    </li>
  );
}

function Part({ kind, children }: { kind: DiffPart['kind']; children: string }) {
  if (kind === 'added') return <ins className="rounded-chip bg-success-subtle text-success-text no-underline [del+&]:ms-1">{children}</ins>;
  if (kind === 'removed') return <del className="text-danger-text">{children}</del>;
  return children;
}
