import type { Attachment, Message } from '@hearth/contract';
import { Paperclip } from 'lucide-react';
import { useFormat } from '@/i18n';
import { Icon } from '@/ui';
import { FileFace, hasFace } from './FileFace';

/** CSS pixels of a side. */
const SIDE = 56;
const MOST = 4;

/** Something to look at, and not hidden until somebody asks for it. */
const isSeen = (file: Attachment): boolean => !file.spoiler && hasFace(file);

/** Whether there is more to see of its files than what they are called. */
export const hasThumbs = ({ attachments }: Pick<Message, 'attachments'>): boolean => attachments.some(isSeen);

export interface ThumbsProps {
  message: Pick<Message, 'attachments' | 'content'>;
  /** Nothing else says what a message is called that has no words and nothing to see. */
  alwaysNamed?: boolean;
}

/** The files of a message where it is only mentioned: small pictures, and the names of the others. */
export function Thumbs({ message: { attachments, content }, alwaysNamed = false }: ThumbsProps) {
  const format = useFormat();
  const seen = attachments.filter(isSeen);
  const others = attachments.filter((file) => !isSeen(file)).map(({ name }) => name);
  const rest = seen.length - MOST;
  return (
    <>
      {seen.length > 0 && (
        <span role="img" aria-label={format.list(seen.map(({ alt, name }) => alt ?? name))} className="mt-1 flex gap-1">
          {seen.slice(0, MOST).map((file) => (
            <span key={file.id} className="block aspect-square w-14 min-w-0 overflow-hidden rounded-card bg-active">
              <FileFace file={file} width={SIDE} />
            </span>
          ))}
          {rest > 0 && (
            <span className="grid aspect-square w-14 min-w-0 place-items-center rounded-card bg-active text-ui font-semibold text-fg-muted">
              +{format.number(rest)}
            </span>
          )}
        </span>
      )}
      {others.length > 0 && (alwaysNamed || content !== '' || seen.length > 0) && (
        <span className="mt-1 flex min-w-0 items-center gap-1.5 text-meta text-fg-subtle">
          <Icon icon={Paperclip} size="small" className="shrink-0" />
          <bdi className="truncate">{format.list(others)}</bdi>
        </span>
      )}
    </>
  );
}
