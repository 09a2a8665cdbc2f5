import type { Attachment } from '@hearth/contract';
import { Download, File, FileText, FileVideo, Music, ShieldAlert, type LucideIcon } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { AudioPlayer } from '@/features/player/components';
import { useFormat, useTranslation } from '@/i18n';
import { Icon, IconButton } from '@/ui';
import { isPlayed } from './arrange';
import { fileAddress, pictureSources } from './file-address';
import { soundOf, type Sender } from './player/media-of';

export const fileIcons: Record<Attachment['kind'], LucideIcon> = {
  image: File,
  video: FileVideo,
  audio: Music,
  document: FileText,
  file: File,
};

/** A file by its name, to be saved; sound is played where it stands. @param by what it is part of */
export function FileCard({ file, tabIndex, by }: { file: Attachment; tabIndex: number; by: Sender }) {
  const isReady = file.state === 'ready';
  return (
    <FileFrame>
      <Head {...{ file, tabIndex }} />
      {isReady && file.text && (
        <pre dir="auto" className="excerpt shrink-0 rounded-chip bg-canvas p-2 font-mono text-meta wrap-anywhere whitespace-pre-wrap">
          {file.text}
        </pre>
      )}
      {isReady && file.kind === 'document' && file.variants.includes('preview') && <FirstPage file={file} />}
      {isPlayed(file) && <Player {...{ file, tabIndex, by }} />}
    </FileFrame>
  );
}

/** What stands around a file, wherever that is. */
export const FileFrame = ({ children }: { children: ReactNode }) => (
  <div className="relative flex w-100 max-w-full flex-col gap-2 rounded-card border border-line bg-sidebar p-3">{children}</div>
);

/** The upper part of it, where a title stands. */
function FirstPage({ file }: { file: Attachment }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  if (failed) return null;
  return (
    <img
      src={fileAddress(file.id, 'preview')}
      srcSet={pictureSources(file)}
      sizes="376px"
      alt={t('attachments.firstPage', { name: file.name })}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
      className="h-44 w-full rounded-chip border border-line bg-white object-cover object-top"
    />
  );
}

function Player({ file, tabIndex, by }: { file: Attachment; tabIndex: number; by: Sender }) {
  const sound = useMemo(() => soundOf(file, by), [file, by]);
  return <AudioPlayer {...{ sound, tabIndex }} isWaiting={file.state === 'processing'} hasVolume />;
}

function Head({ file: { id, name, size, kind, state, threat }, tabIndex }: { file: Attachment; tabIndex: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isHeld = state === 'quarantined';
  const about = {
    processing: t('attachments.processing'),
    quarantined: threat === undefined ? t('attachments.quarantined') : t('attachments.threat', { threat }),
    ready: null,
    failed: null,
  }[state];
  return (
    <FileHead {...{ name }} icon={isHeld ? ShieldAlert : fileIcons[kind]} detail={about ?? format.bytes(size)}>
      {(state === 'ready' || state === 'failed') && (
        <IconButton
          icon={Download}
          label={t('attachments.download', { name })}
          tabIndex={tabIndex}
          render={<a href={fileAddress(id)} download={name} />}
        />
      )}
    </FileHead>
  );
}

interface FileHeadProps {
  name: string;
  icon: LucideIcon;
  detail: ReactNode;
  /** What can be done with it. */
  children: ReactNode;
}

export function FileHead({ name, icon, detail, children }: FileHeadProps) {
  return (
    <div className="flex min-h-10 items-center gap-3 pointer-coarse:min-h-11">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-card bg-active text-fg-muted">
        <Icon icon={icon} />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi title={name} className="truncate text-body font-semibold">
          {name}
        </bdi>
        <span className="text-meta text-fg-subtle">{detail}</span>
      </span>
      {children}
    </div>
  );
}
