import type { ForumTag } from '@hearth/contract';
import { cn } from '@/lib/cn';

export interface TagChoicesProps {
  label: string;
  tags: readonly ForumTag[];
  chosen: readonly string[];
  onChange: (tagIds: string[]) => void;
  /** No more than so many at once. */
  most?: number;
  /** May set those for moderators. Left out: all may be chosen. */
  isModerator?: boolean;
  className?: string;
}

/** Tags to switch on and off. */
export function TagChoices({ label, tags, chosen, onChange, most, isModerator = true, className }: TagChoicesProps) {
  const isFull = most !== undefined && chosen.length >= most;
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <div role="group" aria-label={label} className={cn('flex flex-wrap gap-1.5', className)}>
      {tags.map(({ id, name, emoji, moderated }) => {
        const isChosen = chosen.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isChosen}
            disabled={(moderated && !isModerator) || (isFull && !isChosen)}
            onClick={() => toggle(id)}
            className="touch-area inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line px-3 text-ui text-fg-muted transition-colors duration-fast not-disabled:hover:bg-hover not-disabled:hover:text-fg disabled:opacity-50 aria-pressed:border-line-strong aria-pressed:bg-selected aria-pressed:font-medium aria-pressed:text-fg"
          >
            {emoji && <span aria-hidden>{emoji}</span>}
            <bdi className="truncate">{name}</bdi>
          </button>
        );
      })}
    </div>
  );
}
