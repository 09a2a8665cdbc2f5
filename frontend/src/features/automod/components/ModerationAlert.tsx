import type { AutoModAlert, Message, RaidAlert, UserSummary } from '@hearth/contract';
import { ArrowRight, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import { Link } from 'wouter';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Avatar, Button, Menu, Pill } from '@/ui';
import { useChannel } from '@/features/channels';
import { WrittenText } from '@/features/written';
import { MemberMenuItems } from '@/features/moderation/components';
import { useCan } from '@/features/servers';
import { useMe } from '@/features/users';
import { ProfileTrigger } from '@/features/users/components';
import { highlighted } from '../highlight';

interface ModerationAlertProps {
  serverId: string;
  message: Message;
  /** Who may be named in a conversation. */
  peopleIn: (channelId: string) => readonly UserSummary[];
}

/** What AutoMod tells moderators, with what they may want to do about it. */
export default function ModerationAlert({ serverId, message: { author, channelId, details }, peopleIn }: ModerationAlertProps) {
  if (!details || !('kind' in details)) return null;
  return details.kind === 'RAID' ? (
    <Raid serverId={serverId} alert={details} />
  ) : (
    <Caught serverId={serverId} channelId={channelId} author={author} alert={details} peopleIn={peopleIn} />
  );
}

interface CaughtProps extends Pick<ModerationAlertProps, 'peopleIn'> {
  serverId: string;
  /** Where the alert stands. */
  channelId: string;
  author: Message['author'];
  alert: AutoModAlert;
}

function Caught({ serverId, channelId, author, alert, peopleIn }: CaughtProps) {
  const { t } = useTranslation();
  const meId = useMe().id;
  const channel = useChannel(alert.channelId);
  const name = channel ? `#${channel.name}` : t('autoMod.unknownChannel');
  return (
    <Frame
      title={
        <Trans
          i18nKey="autoMod.alertRow.title"
          values={{ rule: alert.ruleName, channel: name }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      facts={<Facts alert={alert} />}
      actions={
        <>
          {author.id !== meId && (
            <Menu
              trigger={
                <Button size="small" iconEnd={ChevronDown}>
                  {t('autoMod.alertRow.act', { name: nameOf(author) })}
                </Button>
              }
            >
              <MemberMenuItems serverId={serverId} user={author} />
            </Menu>
          )}
          {channel && (alert.seq !== null || channel.id !== channelId) && <ShowThere serverId={serverId} alert={alert} />}
        </>
      }
    >
      <div className="flex gap-2.5 border-s-2 border-danger ps-3">
        <ProfileTrigger
          userId={author.id}
          aria-label={t('autoMod.alertRow.profile', { name: nameOf(author) })}
          className="shrink-0 self-start"
        >
          <Avatar id={author.id} name={nameOf(author)} picture={author.avatar} size={24} />
        </ProfileTrigger>
        <div className="min-w-0">
          <ProfileTrigger userId={author.id} className="text-ui font-semibold text-fg hover:underline">
            <bdi>{nameOf(author)}</bdi>
          </ProfileTrigger>
          <p dir="auto" className="max-h-40 overflow-y-auto text-ui wrap-anywhere whitespace-pre-wrap">
            <Content alert={alert} mentions={peopleIn(alert.channelId)} />
          </p>
        </div>
      </div>
    </Frame>
  );
}

interface ContentProps {
  alert: AutoModAlert;
  mentions: readonly UserSummary[];
}

/** What was found stands out where it can be found again: the text may have been dressed up. */
const Content = ({ alert: { channelId, content, matched, trigger }, mentions }: ContentProps) => (
  <WrittenText
    {...{ channelId, content, mentions }}
    highlights={trigger === 'MENTION_SPAM' || trigger === 'REPEATED_TEXT' ? [] : highlighted(content, matched)}
    markClassName="bg-danger-subtle px-0.5 text-danger-text"
  />
);

function Facts({ alert }: { alert: AutoModAlert }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isBlocked = alert.messageId === null;
  return (
    <>
      <Pill tone={isBlocked ? 'success' : 'warning'}>{t(isBlocked ? 'autoMod.alertRow.blocked' : 'autoMod.alertRow.posted')}</Pill>
      {alert.timeoutUntil !== null && <Pill>{t('autoMod.alertRow.timedOut', { time: format.stamp(alert.timeoutUntil) })}</Pill>}
      <span className="wrap-anywhere">{t(`autoMod.alertRow.found.${alert.trigger}`, { matched: alert.matched })}</span>
    </>
  );
}

/** The message itself, or the conversation into which it would have come. */
function ShowThere({ serverId, alert: { channelId, seq } }: { serverId: string; alert: AutoModAlert }) {
  const { t } = useTranslation();
  const href = seq === null ? paths.channel(serverId, channelId) : paths.message(serverId, channelId, seq);
  return (
    <Button size="small" variant="ghost" iconEnd={ArrowRight} render={<Link href={href} />}>
      {t(seq === null ? 'autoMod.alertRow.showChannel' : 'autoMod.alertRow.showMessage')}
    </Button>
  );
}

function Raid({ serverId, alert }: { serverId: string; alert: RaidAlert }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayEnd = useCan(serverId, 'MANAGE_SERVER');
  const time = format.stamp(alert.until);
  return (
    <Frame
      title={
        <Trans
          i18nKey="autoMod.alertRow.raid"
          count={alert.joins}
          values={{ joins: format.number(alert.joins), duration: format.duration(alert.seconds) }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      facts={
        <>
          <Pill tone="danger">{alert.ruleName}</Pill>
          <span>{alert.invitesPaused ? t('autoMod.raid.paused', { time }) : t('autoMod.raid.lasts', { time })}</span>
        </>
      }
      actions={
        mayEnd && (
          <Button size="small" variant="ghost" iconEnd={ArrowRight} render={<Link href="?server-settings=automod" />}>
            {t('autoMod.alertRow.openAutoMod')}
          </Button>
        )
      }
    />
  );
}

interface FrameProps {
  title: ReactNode;
  facts: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
}

function Frame({ title, facts, actions, children }: FrameProps) {
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line bg-sidebar p-3 text-ui text-fg-muted">
      <p className="wrap-anywhere">{title}</p>
      {children}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta">{facts}</div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
