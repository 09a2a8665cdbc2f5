import type { Attachment } from '@hearth/contract';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { Icon } from '@/ui';
import { fileAddress, pictureSources, smallest } from './file-address';

/** A picture as it fits a tile, over a blurred one until it is there. Said by what is around it. @param width CSS pixels at most */
export function Picture({ picture, width }: { picture: Attachment; width: number }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <span
        role="img"
        aria-label={t('attachments.unavailable')}
        className="flex size-full items-center justify-center bg-active text-fg-subtle"
      >
        <Icon icon={ImageOff} />
      </span>
    );
  }
  return (
    <picture>
      {picture.animated && <source media="(prefers-reduced-motion: reduce)" srcSet={fileAddress(picture.id, 'still')} />}
      <img
        src={smallest(picture)}
        srcSet={pictureSources(picture)}
        sizes={`${width}px`}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setFailed(true)}
        className="size-full bg-active bg-cover bg-center object-cover"
        style={{ backgroundImage: picture.placeholder && `url("${picture.placeholder}")` }}
      />
    </picture>
  );
}
