import { Link2 } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MessageCard } from '@/features/messages/components';
import { Skeleton, SkeletonGroup } from '@/ui';
import { useLinks } from '../queries';
import { ListStates } from './ListStates';

/** Messages with links, the newest first. */
export function LinkTab({ channelId, onGo }: { channelId: string; onGo: (seq: number) => void }) {
  const { t } = useTranslation();
  const list = useLinks(channelId);
  return (
    <ListStates list={list} skeleton={<Cards />} icon={Link2} empty={t('media.noLinks')}>
      <ul className="flex flex-col gap-2">
        {list.items.map((message) => (
          <li key={message.id}>
            <MessageCard message={message} onGo={() => onGo(message.seq)} />
          </li>
        ))}
      </ul>
    </ListStates>
  );
}

function Cards() {
  return (
    <SkeletonGroup>
      <div className="flex flex-col gap-2">
        <Skeleton shape="block" className="h-20" />
        <Skeleton shape="block" className="h-20" />
      </div>
    </SkeletonGroup>
  );
}
