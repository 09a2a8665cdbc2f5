import type { Message } from '@hearth/contract';
import { ArrowRight, Ban, Info, MessagesSquare, type LucideIcon } from 'lucide-react';
import { memo, Suspense, type ReactNode } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';
import { ContextMenu, Icon, Tooltip } from '@/ui';
import { calledIn, readableText, voiceText, type PendingMessage } from '@/features/messages';
import { useMe } from '@/features/users';
import { DeliveryMark } from './DeliveryMark';
import { useExtras } from './message-extras';
import { Markdown } from './markdown/Markdown';
import { MentionedContext } from './markdown/Mention';
import { Quote } from './keeping/Quote';
import { noticeText } from './notice-text';
import { openContextMenu } from './open-context-menu';
import { RowFrame, useRowLabel } from './RowFrame';
import { useAuthor } from './use-author';
import { StickerBox } from './StickerBox';

const NoticeJump = lazyPart(() => import('./keeping/NoticeJump'));
const PendingMenuItems = lazyPart(() => import('./PendingMenuItems'));
const PendingFailure = lazyPart(() => import('./PendingFailure'));
const PendingAttachments = lazyPart(() => import('./attachments/pending/PendingAttachments'));
const PendingPoll = lazyPart(() => import('./polls/PendingPoll'));

interface ActiveRow {
  rowKey: string;
  isActive: boolean;
}

/** What was written here and has not reached the server. */
export const PendingRow = memo(function PendingRow({
  rowKey,
  isActive,
  pending,
  startsGroup,
}: ActiveRow & { pending: PendingMessage; startsGroup: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const shown = useAuthor(me);
  const label = useRowLabel();
  const failed = pending.state === 'failed';
  const { channelId, content, sticker, voice, files = [] } = pending;
  const mentions = calledIn(channelId, content);
  const said = voice
    ? voiceText(voice.duration)
    : [readableText({ channelId, content, mentions, sticker }), ...files.map(({ name }) => name)].filter(Boolean).join(', ');
  return (
    <ContextMenu items={<PendingMenuItems pending={pending} />}>
      <RowFrame
        {...{ rowKey, isActive, startsGroup }}
        quote={pending.reply && <Quote quote={pending.reply.to} channelId={channelId} from={null} />}
        author={me}
        shown={shown}
        at={pending.createdAt}
        label={`${label(shown.name, pending.createdAt, said)} ${t(`delivery.${pending.state}`)}`}
        mark={<DeliveryMark state={pending.state} />}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target === event.currentTarget) openContextMenu(event.currentTarget);
        }}
      >
        <div className={failed ? '' : 'opacity-70'}>
          <MentionedContext value={{ users: mentions, everyone: false }}>{content !== '' && <Markdown text={content} />}</MentionedContext>
          {sticker && <StickerBox sticker={sticker} />}
          {pending.poll && (
            <Suspense>
              <PendingPoll poll={pending.poll} />
            </Suspense>
          )}
        </div>
        {pending.files && (
          <Suspense>
            <PendingAttachments pending={pending} />
          </Suspense>
        )}
        {failed && (
          <Suspense>
            <PendingFailure pending={pending} />
          </Suspense>
        )}
      </RowFrame>
    </ContextMenu>
  );
});

/** What stays of a deleted message: that there was one. */
export const DeletedRow = memo(function DeletedRow({ rowKey, isActive, message }: ActiveRow & { message: Message }) {
  const { t } = useTranslation();
  return (
    <NoticeRow {...{ rowKey, isActive }} at={message.createdAt} icon={Ban}>
      {t('messages.deleted')}
    </NoticeRow>
  );
});

/** Something that happened rather than was said. */
export const SystemRow = memo(function SystemRow({ rowKey, isActive, message }: ActiveRow & { message: Message }) {
  const { t } = useTranslation();
  const { Below } = useExtras();
  return (
    <NoticeRow
      {...{ rowKey, isActive }}
      at={message.createdAt}
      icon={noticeIcon(message.type)}
      below={
        <>
          {isAboutAnother(message) && (
            <Suspense fallback={<span className="h-[1lh]" />}>
              <NoticeJump message={message} />
            </Suspense>
          )}
          {Below && <Below message={message} />}
        </>
      }
    >
      {noticeText(t, message) || <bdi>{message.content}</bdi>}
    </NoticeRow>
  );
});

const isAboutAnother = ({ details }: Message): boolean => details !== undefined && 'messageSeq' in details;

function noticeIcon(type: Message['type']): LucideIcon {
  if (type === 'THREAD_CREATED') return MessagesSquare;
  return type === 'MEMBER_JOIN' || type === 'RECIPIENT_ADD' ? ArrowRight : Info;
}

interface NoticeRowProps extends ActiveRow {
  at: string;
  icon: LucideIcon;
  below?: ReactNode;
  children: ReactNode;
}

function NoticeRow({ rowKey, isActive, at, icon, below, children }: NoticeRowProps) {
  const format = useFormat();
  return (
    <article
      data-row={rowKey}
      tabIndex={isActive ? 0 : -1}
      className="group/row flex items-start gap-4 px-4 py-0.5 text-ui text-fg-subtle hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="flex h-[1lh] w-10 shrink-0 items-center justify-center">
        <Icon icon={icon} mirrored={icon === ArrowRight} />
      </span>
      <span className="flex min-w-0 flex-col items-start">
        {/* A sentence of the app, though it may begin with a name of another direction. */}
        <span className="max-w-full wrap-anywhere">{children}</span>
        {below}
      </span>
      <Tooltip content={format.exact(at)}>
        <time dateTime={at} className="shrink-0 text-meta/[1lh] opacity-0 group-hover/row:opacity-100 group-focus-visible/row:opacity-100">
          {format.time(at)}
        </time>
      </Tooltip>
    </article>
  );
}
