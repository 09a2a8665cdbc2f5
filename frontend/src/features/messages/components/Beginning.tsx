import { Hash, MessagesSquare, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Icon } from '@/ui';

export interface BeginningProps {
  channelName: string;
  /** A DM or group. */
  isDirect?: boolean;
  topic: string | null;
  /** Offered where somebody is alone and may bring others in. */
  onInvite?: () => void;
}

/** What stands above the first message of a channel. */
export function Beginning({ channelName, isDirect = false, topic, onInvite }: BeginningProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-start gap-1 px-4 pt-10 pb-2">
      <span className="mb-3 grid size-16 place-items-center rounded-full bg-active text-fg-muted">
        <Icon icon={isDirect ? MessagesSquare : Hash} size="large" />
      </span>
      <p className="text-title font-semibold wrap-anywhere">
        {isDirect ? channelName : t('conversation.welcome', { channel: channelName })}
      </p>
      <p className="max-w-prose text-body text-fg-muted wrap-anywhere">
        {topic ?? t(isDirect ? 'conversations.beginning' : 'conversation.beginning', { channel: channelName, name: channelName })}
      </p>
      {onInvite && (
        <Button variant="primary" icon={UserPlus} className="mt-3" onClick={onInvite}>
          {t('servers.invitePeople')}
        </Button>
      )}
    </div>
  );
}
