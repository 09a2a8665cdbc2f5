import { useTranslation } from '@/i18n';
import { closeProfile, type ProfileTarget } from '@/features/users';
import { useBreakpoint } from '@/lib/use-media-query';
import { AnchoredPopover, Dialog } from '@/ui';
import type { ProfileHostProps } from './ProfileHost';
import { ProfileCard } from './ProfileCard';

interface ProfileOverlayProps extends ProfileHostProps {
  target: ProfileTarget;
  open: boolean;
}

/** Beside the name that was clicked; the whole screen on phones. */
export default function ProfileOverlay({ target, open, onMessage, onEditOwn }: ProfileOverlayProps) {
  const { t } = useTranslation();
  const wide = useBreakpoint('tablet');
  const { userId, serverId, anchor, returnTo } = target;
  const change = (next: boolean) => !next && closeProfile();
  const away = (act: () => void) => () => {
    closeProfile();
    act();
  };
  const card = <ProfileCard key={userId} {...{ userId, serverId }} onMessage={away(() => onMessage(userId))} onEditOwn={away(onEditOwn)} />;
  const title = t('profileCard.label');
  if (!wide) {
    return (
      <Dialog title={title} open={open} onOpenChange={change}>
        <div className="-mx-6">{card}</div>
      </Dialog>
    );
  }
  return (
    <AnchoredPopover
      key={userId}
      anchor={anchor}
      returnTo={returnTo}
      open={open}
      onOpenChange={change}
      title={title}
      hideTitle
      side="inline-end"
      align="start"
      className="w-80 p-0!"
    >
      {card}
    </AnchoredPopover>
  );
}
