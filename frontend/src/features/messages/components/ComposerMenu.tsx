import { CONVERSATION_PERMISSIONS, hasPermission } from '@hearth/contract';
import { ChartBarBig, Plus } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton, Menu, MenuItem } from '@/ui';
import { usePermissions, useServerOfChannel } from '@/features/servers';
import { makePoll } from '../polls/draft';
import PollOverlay from './polls/PollOverlay';

/** What can be sent beside text. */
export default function ComposerMenu({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const server = useServerOfChannel(channelId);
  const inServer = usePermissions(server?.id ?? '', channelId);
  if (!hasPermission(server ? inServer : CONVERSATION_PERMISSIONS, 'SEND_POLLS')) return <span className="w-2" />;
  return (
    <>
      <Menu trigger={<IconButton icon={Plus} label={t('composer.more')} className="my-1 pointer-coarse:my-0.5" />} side="top" align="start">
        <MenuItem icon={ChartBarBig} onSelect={() => makePoll(channelId)}>
          {t('polls.make')}
        </MenuItem>
      </Menu>
      <PollOverlay channelId={channelId} />
    </>
  );
}
