import type { ChannelAttachment } from '@hearth/contract';
import { CornerDownRight, File, Music } from 'lucide-react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { FileCard } from '@/features/messages/components/attachments';
import { Button, Skeleton, SkeletonGroup } from '@/ui';
import { byMonth } from '../months';
import { useGallery } from '../queries';
import { ListStates } from './ListStates';

interface FileTabProps {
  channelId: string;
  kind: 'audio' | 'files';
  onGo: (seq: number) => void;
}

/** Sounds or other files by month, the newest first. */
export function FileTab({ channelId, kind, onGo }: FileTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useGallery(channelId, kind);
  const isSound = kind === 'audio';
  return (
    <ListStates list={list} skeleton={<Cards />} icon={isSound ? Music : File} empty={t(isSound ? 'media.noAudio' : 'media.noFiles')}>
      {byMonth(list.items, format.month).map(({ month, items }) => (
        <section key={month} className="pb-4">
          <h3 className="pb-2 text-ui font-semibold text-fg-muted">{month}</h3>
          <ul className="flex flex-col gap-3">
            {items.map((item) => (
              <li key={item.attachment.id} className="[contain-intrinsic-size:auto_6rem] [content-visibility:auto]">
                <Entry {...{ channelId, item, onGo }} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ListStates>
  );
}

interface EntryProps extends Pick<FileTabProps, 'channelId' | 'onGo'> {
  item: ChannelAttachment;
}

function Entry({ channelId, item: { attachment, author, createdAt, seq }, onGo }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1 *:first:w-full">
      <FileCard file={attachment} tabIndex={0} by={{ author, channelId, seq }} />
      <div className="flex items-center justify-between gap-2 ps-1">
        <span className="min-w-0 truncate text-meta text-fg-subtle" title={format.exact(createdAt)}>
          {format.facts(nameOf(author), format.stamp(createdAt))}
        </span>
        <Button
          variant="ghost"
          size="small"
          icon={CornerDownRight}
          mirrored
          aria-label={t('media.goToNamed', { name: attachment.name, who: nameOf(author), when: format.stamp(createdAt) })}
          onClick={() => onGo(seq)}
        >
          {t('media.goTo')}
        </Button>
      </div>
    </div>
  );
}

function Cards() {
  return (
    <SkeletonGroup className="flex flex-col gap-3">
      <div className="flex flex-col gap-3">
        <Skeleton shape="block" className="h-16" />
        <Skeleton shape="block" className="h-16" />
        <Skeleton shape="block" className="h-16" />
      </div>
    </SkeletonGroup>
  );
}
