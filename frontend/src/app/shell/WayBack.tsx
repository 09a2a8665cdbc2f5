import type { Channel } from '@hearth/contract';
import { ArrowLeft, Menu as MenuIcon } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useLocation } from 'wouter';
import { paths } from '@/lib/paths';
import { useBreakpoint } from '@/lib/use-media-query';
import { IconButton } from '@/ui';
import { useOverlay } from '../use-overlay';

/** To the list that a channel stands in: beside it there is nothing to go back to. */
export function WayBack({ channel: { serverId } }: { channel: Pick<Channel, 'serverId'> }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const pane = useOverlay('pane');
  const tablet = useBreakpoint('tablet');
  const desktop = useBreakpoint('desktop');
  if (desktop) return null;
  if (tablet) return <IconButton icon={MenuIcon} label={t('shell.openNavigation')} tooltipSide="bottom" onClick={() => pane.open('nav')} />;
  const isHome = serverId === null;
  return (
    <IconButton
      icon={ArrowLeft}
      mirrored
      label={t(isHome ? 'conversations.toList' : 'shell.toChannels')}
      onClick={() => navigate(isHome ? paths.conversations : paths.server(serverId))}
    />
  );
}
