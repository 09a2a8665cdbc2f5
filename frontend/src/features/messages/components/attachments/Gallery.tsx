import type { Attachment } from '@hearth/contract';
import type { ReactNode } from 'react';
import { ownFile } from '@/features/uploads';
import { FilePreview } from '@/features/uploads/status';
import { useTranslation } from '@/i18n';
import { Spinner } from '@/ui';
import { GALLERY_WIDTH, galleryRows, pictureSize, tileRatio, type Size } from './arrange';
import { openLightbox } from './lightbox-store';
import { Picture } from './Picture';
import { Spoiler } from './Spoiler';

interface GalleryProps {
  pictures: readonly Attachment[];
  tabIndex: number;
}

/** One picture in its own shape, several in rows of equal tiles. */
export function Gallery({ pictures, tabIndex }: GalleryProps) {
  return <PicturePlaces pictures={pictures} tile={(picture, place) => <Tile {...{ picture, pictures, tabIndex }} {...place} />} />;
}

interface PicturePlacesProps {
  pictures: readonly Attachment[];
  /** @param place CSS pixels at most */
  tile: (picture: Attachment, place: Size) => ReactNode;
}

/** Where the pictures of a message stand, whatever is there of them. */
export function PicturePlaces({ pictures, tile }: PicturePlacesProps) {
  const [first] = pictures;
  if (first && pictures.length === 1) {
    const { width, height } = pictureSize(first);
    return (
      <div className="max-w-full overflow-hidden rounded-card" style={{ width, aspectRatio: `${width} / ${height}` }}>
        {tile(first, { width, height })}
      </div>
    );
  }
  return (
    <div className="flex w-full flex-col gap-1 overflow-hidden rounded-card" style={{ maxWidth: GALLERY_WIDTH }}>
      {inRows(pictures).map((row) => (
        <div key={row[0]?.id} className="flex gap-1">
          {row.map((picture) => (
            <div key={picture.id} className="min-w-0 flex-1" style={{ aspectRatio: tileRatio(row.length) }}>
              {tile(picture, tileSize(row.length))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function inRows(pictures: readonly Attachment[]): Attachment[][] {
  let at = 0;
  return galleryRows(pictures.length).map((count) => pictures.slice(at, (at += count)));
}

function tileSize(inRow: number): Size {
  const width = Math.ceil(GALLERY_WIDTH / inRow);
  return { width, height: Math.ceil(width / tileRatio(inRow)) };
}

/** With CSS pixels at most. */
interface TileProps extends GalleryProps, Size {
  picture: Attachment;
}

function Tile({ picture, pictures, tabIndex, width, height }: TileProps) {
  const { t } = useTranslation();
  const { id, name, alt, state, spoiler } = picture;
  const own = ownFile(id);
  if (state === 'processing' && own) {
    return (
      <div className="grid size-full place-items-center bg-active">
        <FilePreview upload={{ original: own.original, spoiler: spoiler === true, alt: alt ?? name }} />
      </div>
    );
  }
  if (state === 'processing') {
    return (
      <span role="status" className="flex size-full items-center justify-center gap-2 bg-active text-ui text-fg-muted">
        <Spinner />
        {t('attachments.processing')}
      </span>
    );
  }
  const shown = (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={t('attachments.open', { name: alt ?? name })}
      onClick={({ currentTarget }) =>
        openLightbox(
          pictures.filter((one) => one.state === 'ready'),
          picture.id,
          currentTarget,
        )
      }
      className="block size-full cursor-zoom-in overflow-hidden focus-visible:-outline-offset-2"
    >
      <Picture {...{ picture, width, height }} />
    </button>
  );
  return spoiler ? <Spoiler tabIndex={tabIndex}>{shown}</Spoiler> : shown;
}
