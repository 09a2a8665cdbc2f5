import type { Embed, EmbedImage } from '@hearth/contract';
import { ImageOff, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';
import { fit, hostOf, THUMBNAIL } from './fit';

export interface EmbedPictureProps {
  embed: Embed;
  image: EmbedImage;
  small?: boolean;
  tabIndex: number;
}

/** Leads where the link does. Its place is there before it comes, and stays if it never does. */
export function EmbedPicture({ embed, image, small = false, tabIndex }: EmbedPictureProps) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const { width, height } = small ? { width: THUMBNAIL, height: THUMBNAIL } : fit(image);
  const site = hostOf(embed.url);
  return (
    <a
      href={embed.url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      tabIndex={tabIndex}
      aria-label={image.alt ?? t(embed.type === 'video' ? 'embeds.video' : 'embeds.picture', { site })}
      className="relative block max-w-full shrink-0 self-start overflow-hidden rounded-card bg-active"
      style={{ width, aspectRatio: `${width} / ${height}` }}
    >
      {failed ? (
        <span className="flex size-full items-center justify-center text-fg-subtle">
          <Icon icon={ImageOff} />
        </span>
      ) : (
        <img
          src={image.url}
          alt=""
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(true)}
          className={cn('size-full', small ? 'object-cover' : 'object-contain')}
        />
      )}
      {embed.type === 'video' && <PlayMark />}
    </a>
  );
}

function PlayMark() {
  return (
    <span className="absolute inset-0 flex items-center justify-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-popover text-fg shadow-float">
        <Icon icon={Play} />
      </span>
    </span>
  );
}
