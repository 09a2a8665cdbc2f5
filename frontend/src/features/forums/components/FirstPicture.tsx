import type { Attachment, Message } from '@hearth/contract';
import { Play } from 'lucide-react';
import { FileFace, hasFace } from '@/features/messages/components/attachments';
import { useConcealed } from '@/features/relationships';
import { useTranslation } from '@/i18n';
import { Icon } from '@/ui';

/** An image has its place from the beginning; whether a film gets a poster shows once it has one. */
const isLookedAt = (file: Attachment): boolean => hasFace(file) || (file.kind === 'image' && file.state === 'processing');

/** CSS pixels that it is wide and high at most. */
const SIDE = 80;

/** What is looked at first of a post, where nothing hides it. A click on it is one on the card. */
export function FirstPicture({ opening: { attachments, author, deletedAt } }: { opening: Message }) {
  const isHidden = useConcealed().has(author.id);
  const file = attachments.find(isLookedAt);
  if (!file || isHidden || deletedAt !== null) return null;
  return (
    <span className="pointer-events-none relative size-16 shrink-0 overflow-hidden rounded-card bg-active tablet:size-20">
      {file.spoiler ? <Hidden /> : <Shown file={file} />}
    </span>
  );
}

function Hidden() {
  const { t } = useTranslation();
  return (
    <span className="flex size-full items-center justify-center bg-stage p-1 text-center text-meta text-on-stage">
      {t('attachments.spoilerMark')}
    </span>
  );
}

function Shown({ file }: { file: Attachment }) {
  if (file.state === 'processing') return null;
  return (
    <span role="img" aria-label={file.alt ?? file.name} className="block size-full">
      <FileFace file={file} width={SIDE} />
      {file.kind === 'video' && (
        <span className="absolute inset-e-1 bottom-1 flex rounded-chip bg-stage p-0.5 text-on-stage">
          <Icon icon={Play} size="small" />
        </span>
      )}
    </span>
  );
}
