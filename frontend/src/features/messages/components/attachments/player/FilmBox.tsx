import type { Attachment } from '@hearth/contract';
import { useMemo, type ReactNode } from 'react';
import { VideoPlayer } from '@/features/player/components';
import { useTranslation } from '@/i18n';
import { Spinner } from '@/ui';
import { filmSize } from '../arrange';
import { Spoiler } from '../Spoiler';
import { filmOf } from './media-of';

/** A film in a place that has its size from the start. */
export function FilmBox({ file, tabIndex }: { file: Attachment; tabIndex: number }) {
  const { t } = useTranslation();
  const film = useMemo(() => filmOf(file), [file]);
  const player = <VideoPlayer {...{ film, tabIndex }} />;
  return (
    <FilmPlace file={file}>
      {file.state === 'processing' ? (
        <Preparing file={file} />
      ) : file.spoiler ? (
        <Spoiler tabIndex={tabIndex} label={t('attachments.spoilerFilm')}>
          {player}
        </Spoiler>
      ) : (
        player
      )}
    </FilmPlace>
  );
}

/** Where a film stands, whatever is there of it. */
export function FilmPlace({ file, children }: { file: Attachment; children: ReactNode }) {
  const { width, height } = filmSize(file);
  return (
    <div className="relative max-w-full overflow-hidden rounded-card bg-stage" style={{ width, aspectRatio: `${width} / ${height}` }}>
      {children}
    </div>
  );
}

function Preparing({ file: { name, placeholder } }: { file: Attachment }) {
  const { t } = useTranslation();
  return (
    <div
      role="group"
      aria-label={name}
      className="flex size-full flex-col items-center justify-center gap-2 bg-cover bg-center p-4 text-on-stage"
      style={{ backgroundImage: placeholder && `url("${placeholder}")` }}
    >
      <span role="status" className="flex items-center gap-2 rounded-full bg-stage px-3 py-1 text-ui">
        <Spinner />
        {t('player.preparing')}
      </span>
      <bdi className="max-w-full truncate rounded-chip bg-stage px-2 text-meta">{name}</bdi>
    </div>
  );
}
