import type { StoredFile } from '@hearth/contract';
import { CornerDownRight, File, FileText, FileVideo, Image, Music, Trash2, type LucideIcon } from 'lucide-react';
import { useLocation } from 'wouter';
import { useChannel } from '@/features/channels';
import { useConversationName } from '@/features/conversations/components';
import { Picture } from '@/features/messages/components/attachments';
import { useServer } from '@/features/servers';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Checkbox, DataRow, Icon, IconButton } from '@/ui';

const icons: Record<StoredFile['attachment']['kind'], LucideIcon> = {
  image: Image,
  video: FileVideo,
  audio: Music,
  document: FileText,
  file: File,
};

interface FileEntryProps {
  file: StoredFile;
  withOwner: boolean;
  chosen: boolean;
  /** Undefined where the reader may not delete it. */
  onChoose: ((chosen: boolean) => void) | undefined;
  onDelete: () => void;
}

/** One file with where it stands. */
export function FileEntry({ file, withOwner, chosen, onChoose, onDelete }: FileEntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { attachment, bytes, createdAt, owner } = file;
  const { name } = attachment;
  return (
    <DataRow
      leading={
        <span className="flex items-center gap-3">
          {onChoose && <Checkbox label={t('storage.choose', { name })} hideLabel checked={chosen} onCheckedChange={onChoose} />}
          <Face file={file} />
        </span>
      }
      title={<bdi>{name}</bdi>}
      detail={
        <>
          {format.facts(format.bytes(bytes), withOwner && ((owner && nameOf(owner)) ?? t('storage.nobody')), format.date(createdAt))}
          <span className="block">
            <Place file={file} />
          </span>
        </>
      }
      actions={
        <>
          <Jump file={file} />
          {onChoose && <IconButton icon={Trash2} label={t('storage.deleteOne', { name })} onClick={onDelete} />}
        </>
      }
    />
  );
}

function Face({ file: { attachment } }: { file: StoredFile }) {
  const isShown = attachment.variants.includes('thumbnail') && attachment.state === 'ready' && !attachment.spoiler;
  return (
    <span className="block size-10 overflow-hidden rounded-card bg-active text-fg-muted">
      {isShown ? (
        <Picture picture={attachment} width={40} />
      ) : (
        <span className="flex size-full items-center justify-center">
          <Icon icon={icons[attachment.kind]} />
        </span>
      )}
    </span>
  );
}

function Place({ file: { status, channelId, homeId, serverId } }: { file: StoredFile }) {
  const { t } = useTranslation();
  const own = useChannel(channelId);
  const home = useChannel(homeId);
  const channel = own ?? home;
  const server = useServer(serverId ?? '');
  if (status !== 'sent') return t(status === 'uploading' ? 'storage.uploading' : 'storage.unsent');
  if (channel && serverId === null) return <ConversationName channel={channel} />;
  if (channel) return t('keptMore.place', { channel: `#${channel.name}`, server: server?.name ?? '' });
  return server ? server.name : t(serverId === null ? 'storage.inConversation' : 'storage.elsewhere');
}

function ConversationName({ channel }: { channel: NonNullable<ReturnType<typeof useChannel>> }) {
  return <bdi>{useConversationName(channel)}</bdi>;
}

/** Where the reader sees it. */
function Jump({ file: { seq, channelId, homeId, serverId, attachment } }: { file: StoredFile }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const channel = useChannel(homeId);
  if (!channel || seq === null) return null;
  return (
    <IconButton
      icon={CornerDownRight}
      mirrored
      label={t('storage.goTo', { name: attachment.name })}
      onClick={() => navigate(paths.message(serverId, channelId, seq))}
    />
  );
}
