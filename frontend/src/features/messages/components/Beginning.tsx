import { Hash, MessagesSquare, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Button, Icon } from '@/ui';

export interface BeginningProps {
  channelName: string;
  /** With one other person, or with several. Left out: a channel of a server. */
  direct?: 'DM' | 'GROUP_DM';
  topic: string | null;
  /** Stands in place of all else. */
  custom?: ReactNode;
  /** Offered where somebody is alone and may bring others in. */
  onInvite?: () => void;
}

const beginningText = (direct: BeginningProps['direct']) => {
  if (direct === undefined) return 'conversation.beginning';
  return direct === 'DM' ? 'conversations.beginning' : 'conversations.beginningGroup';
};

/** What stands above the first message of a channel. */
export function Beginning({ channelName, direct, topic, custom, onInvite }: BeginningProps) {
  const { t } = useTranslation();
  if (custom) return custom;
  return (
    <div className="flex flex-col items-start gap-1 px-4 pt-10 pb-2">
      <span className="mb-3 grid size-16 place-items-center rounded-full bg-active text-fg-muted">
        <Icon icon={direct ? MessagesSquare : Hash} size="large" />
      </span>
      <p className="text-title font-semibold wrap-anywhere">{direct ? channelName : t('conversation.welcome', { channel: channelName })}</p>
      <p dir="auto" className="max-w-prose text-match-parent text-body whitespace-pre-line text-fg-muted wrap-anywhere">
        {topic ?? t(beginningText(direct), { channel: channelName, name: channelName })}
      </p>
      {onInvite && (
        <Button variant="primary" icon={UserPlus} className="mt-3" onClick={onInvite}>
          {t('servers.invitePeople')}
        </Button>
      )}
    </div>
  );
}
