import type { Attachment } from '@hearth/contract';
import { ChevronLeft, ChevronRight, CornerDownRight, Download, ZoomIn, ZoomOut } from 'lucide-react';
import { Suspense, useMemo, useRef, type KeyboardEvent } from 'react';
import { VideoPlayer } from '@/features/player/components';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { FullScreen, IconButton, onDark } from '@/ui';
import { fileAddress } from './file-address';
import { LargePicture } from './LargePicture';
import { closeLightbox, stepLightbox, useLightboxStore } from './lightbox-store';
import { filmOf } from './player/media-of';
import { useClickBeside } from './use-click-beside';
import { useZoom, type Zoomed } from './use-zoom';

/** By how much a key or a button goes in. */
const CLOSER = 1.5;

/** A picture or film as large as the screen, and those beside it in its message or its list. */
export default function Lightbox() {
  const { pictures, currentId, returnTo, onGo } = useLightboxStore();
  const at = pictures.findIndex(({ id }) => id === currentId);
  const picture = pictures[at];
  return picture && <Shown {...{ picture, at, returnTo, onGo }} count={pictures.length} />;
}

interface ShownProps {
  picture: Attachment;
  at: number;
  count: number;
  returnTo: HTMLElement | null;
  onGo: ((id: string) => void) | null;
}

function Shown({ picture, at, count, returnTo, onGo }: ShownProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const zoom = useZoom(picture.id, place, stepLightbox);
  const beside = useClickBeside(closeLightbox);
  const { name, alt } = picture;
  const isFilm = picture.kind === 'video';
  const onKeyDown = (event: KeyboardEvent) => {
    // A film has keys of its own while its controls have the focus.
    if (event.defaultPrevented) return;
    const step = stepOf(event.key, document.documentElement.dir === 'rtl');
    if (step !== 0) stepLightbox(step);
    else if (event.key === '+' || event.key === '=') zoom.by(CLOSER);
    else if (event.key === '-') zoom.by(1 / CLOSER);
    else if (event.key === '0') zoom.reset();
    else return;
    event.preventDefault();
  };
  return (
    <FullScreen
      open
      onClose={closeLightbox}
      title={<Title {...{ name, at, count }} />}
      actions={<Actions {...{ picture, zoom, onGo }} />}
      onKeyDown={onKeyDown}
      initialFocus={place}
      returnTo={returnTo}
    >
      <div
        ref={place}
        role="group"
        aria-label={alt ?? name}
        tabIndex={-1}
        {...(isFilm ? {} : zoom.handlers)}
        {...beside}
        className="relative flex min-h-0 flex-1 touch-none items-center justify-center overflow-hidden px-2 [container-type:size] outline-none"
      >
        {isFilm ? <ShownFilm key={picture.id} film={picture} /> : <LargePicture key={picture.id} picture={picture} style={zoom.style} />}
        {at > 0 && <Step by={-1} label={t('attachments.previous')} />}
        {at < count - 1 && <Step by={1} label={t('attachments.next')} />}
      </div>
      <footer className="flex min-h-10 shrink-0 items-center justify-center px-6 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] text-center text-ui">
        {alt && (
          <p dir="auto" className="max-w-[60rem] wrap-anywhere">
            {alt}
          </p>
        )}
      </footer>
    </FullScreen>
  );
}

function ShownFilm({ film: attachment }: { film: Attachment }) {
  const film = useMemo(() => filmOf(attachment), [attachment]);
  const { width = 16, height = 9 } = attachment;
  return (
    <div className="h-full max-w-full" style={{ aspectRatio: `${width} / ${height}` }}>
      <Suspense>
        <VideoPlayer film={film} tabIndex={0} />
      </Suspense>
    </div>
  );
}

function Title({ name, at, count }: { name: string; at: number; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <bdi>{name}</bdi>
      {count > 1 && (
        <span className="ps-2 font-normal text-on-stage-muted">
          {t('attachments.position', { number: format.number(at + 1), total: format.number(count) })}
        </span>
      )}
    </>
  );
}

function Actions({ picture: { id, name, kind }, zoom, onGo }: Pick<ShownProps, 'picture' | 'onGo'> & { zoom: Zoomed }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'image' && (
        <>
          <IconButton
            icon={ZoomOut}
            label={t('attachments.zoomOut')}
            disabled={!zoom.isIn}
            onClick={() => zoom.by(1 / CLOSER)}
            className={onDark}
          />
          <IconButton icon={ZoomIn} label={t('attachments.zoomIn')} onClick={() => zoom.by(CLOSER)} className={onDark} />
        </>
      )}
      {onGo && <IconButton icon={CornerDownRight} mirrored label={t('media.goTo')} onClick={() => onGo(id)} className={onDark} />}
      <IconButton
        icon={Download}
        label={t('attachments.download', { name })}
        render={<a href={fileAddress(id)} download={name} />}
        className={onDark}
      />
    </>
  );
}

function Step({ by, label }: { by: 1 | -1; label: string }) {
  return (
    <span className={by === 1 ? 'absolute inset-e-3' : 'absolute inset-s-3'}>
      <IconButton
        icon={by === 1 ? ChevronRight : ChevronLeft}
        mirrored
        label={label}
        onClick={() => stepLightbox(by)}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        className={cn(onDark, 'bg-stage!')}
      />
    </span>
  );
}

function stepOf(key: string, isRightToLeft: boolean): 1 | -1 | 0 {
  if (key === 'ArrowRight') return isRightToLeft ? -1 : 1;
  if (key === 'ArrowLeft') return isRightToLeft ? 1 : -1;
  return 0;
}
