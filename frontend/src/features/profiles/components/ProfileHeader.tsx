import type { Presence, UserProfile } from '@hearth/contract';
import { useState, type ReactNode } from 'react';
import { nameOf, useTranslation } from '@/i18n';
import { useStatusText } from '@/features/presence';
import { cn } from '@/lib/cn';
import { cssColor } from '@/lib/color';
import { cssVars } from '@/lib/css-vars';
import { hueFromId } from '@/lib/hue';
import { Avatar, MovingPicture, PresenceDot } from '@/ui';

export interface ProfileHeaderProps {
  profile: UserProfile & { presence: Presence };
  /** What they are called in the server where they were met. */
  nickname: string | null;
  isOwn: boolean;
  /** A menu, at the end of the picture's line. */
  menu?: ReactNode;
}

/** Banner, picture and names. */
export function ProfileHeader({ profile, nickname, isOwn, menu }: ProfileHeaderProps) {
  const { t } = useTranslation();
  const { id, username, pronouns, avatar, presence } = profile;
  const text = useStatusText(presence);
  const ownName = nameOf(profile);
  const name = nickname ?? ownName;
  return (
    <header className="flex flex-col px-4 [--avatar-ring:var(--color-popover)]">
      <Banner key={profile.banner} id={id} color={profile.bannerColor} picture={profile.banner} />
      <div className="relative -mt-10 flex items-end justify-between gap-3">
        <span className="rounded-full bg-popover p-1">
          <Avatar id={id} name={ownName} picture={avatar} size={80} presence={presence.status} own={isOwn} />
        </span>
        {menu}
      </div>
      <h2 className="mt-2 text-title font-semibold wrap-anywhere">
        <bdi>{name}</bdi>
      </h2>
      <p className="flex flex-wrap gap-x-1.5 text-ui text-fg-subtle">
        {nickname !== null && nickname !== ownName && (
          <>
            <bdi>{ownName}</bdi> ·
          </>
        )}
        <span dir="ltr">@{username}</span>
        {pronouns !== '' && (
          <>
            · <bdi>{pronouns}</bdi>
          </>
        )}
      </p>
      <p className="mt-2 mb-4 flex items-start gap-2 text-ui text-fg">
        <PresenceDot presence={presence.status} own={isOwn} silent className="mt-1.25 size-2.5" />
        <span dir="auto" className="min-w-0 wrap-anywhere">
          {text || t(`status.${presence.status}`)}
        </span>
      </p>
    </header>
  );
}

/** A picture, else the colour that they chose, else the hue of their initials. */
function Banner({ id, color, picture }: { id: string; color: number | null; picture: string | null }) {
  const [isLost, setIsLost] = useState(false);
  const chosen = color === null ? undefined : cssVars({ '--banner': cssColor(color) });
  const style = chosen ?? cssVars({ '--hue': hueFromId(id) });
  const shown = isLost ? null : picture;
  return (
    <div
      data-face
      aria-hidden
      style={style}
      className={cn('relative -mx-4', shown ? 'aspect-5/2' : 'h-20', chosen ? 'bg-(--banner)' : 'avatar-hue')}
    >
      {shown && <MovingPicture picture={shown} onError={() => setIsLost(true)} />}
    </div>
  );
}
