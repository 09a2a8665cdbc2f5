import { use } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { useTyping } from '@/features/presence';
import { useConcealed } from '@/features/relationships';
import { useShownNames } from '@/features/servers';
import { ProfilePlace, usePeople } from '@/features/users/components';

/** More than so many are "several people". */
const MAX_NAMED = 3;

/** Who is typing. Its place is there even when nobody is, so that nothing moves. */
export default function TypingLine({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const typing = useTyping(channelId);
  const concealed = useConcealed();
  const userIds = typing.userIds.filter((id) => !concealed.has(id));
  const names = useShownNames(use(ProfilePlace), usePeople(userIds.slice(0, MAX_NAMED)));
  const text =
    userIds.length > MAX_NAMED
      ? t('typing.several')
      : names.length > 0
        ? t('typing.named', { count: names.length, names: format.list(names) })
        : '';
  return (
    <div className="flex h-6 shrink-0 items-center gap-2 px-4 text-meta text-fg-muted">
      {text !== '' && (
        <>
          <span aria-hidden className="flex gap-0.75">
            {['', '[animation-delay:200ms]', '[animation-delay:400ms]'].map((delay) => (
              <span key={delay} className={`size-1.25 animate-breathe rounded-full bg-fg-muted ${delay}`} />
            ))}
          </span>
          <span className="truncate">{text}</span>
        </>
      )}
    </div>
  );
}
