import { CONVERSATION_PERMISSIONS, hasPermission } from '@hearth/contract';
import { ChartBarBig, Plus } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton, Menu, MenuItem } from '@/ui';
import { usePermissions, useServerOfChannel } from '@/features/servers';
import { AttachItems, useMayAttach } from '@/features/uploads/attaching';
import { makePoll } from '../polls/draft';
import { focusComposer } from './focus-composer';
import { composerKeys } from './keys';
import PollOverlay from './polls/PollOverlay';

/** What can be sent beside text. */
export default function ComposerMenu({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const server = useServerOfChannel(channelId);
  const inServer = usePermissions(server?.id ?? '', channelId);
  const mayAsk = hasPermission(server ? inServer : CONVERSATION_PERMISSIONS, 'SEND_POLLS');
  const mayAttach = useMayAttach(channelId);
  if (!mayAsk && !mayAttach) return <span className="w-2" />;
  return (
    <>
      <Menu trigger={<IconButton icon={Plus} label={t('composer.more')} className="my-1 pointer-coarse:my-0.5" />} side="top" align="start">
        {mayAttach && <AttachItems channelId={channelId} shortcut={composerKeys.attach.keys} onDone={focusComposer} />}
        {mayAsk && (
          <MenuItem icon={ChartBarBig} onSelect={() => makePoll(channelId)}>
            {t('polls.make')}
          </MenuItem>
        )}
      </Menu>
      <PollOverlay channelId={channelId} />
    </>
  );
}
