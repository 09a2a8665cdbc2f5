import { limits } from '@hearth/contract';
import { Check } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon, NativeButton, SearchField } from '@/ui';
import { matching, type Target } from '../use-targets';

/** What is not among so many is found by typing. */
const MOST_SHOWN = 60;

interface TargetListProps {
  targets: readonly Target[];
  chosen: readonly Target[];
  onChosenChange: (chosen: readonly Target[]) => void;
}

/** Several conversations and channels, found by typing. */
export function TargetList({ targets, chosen, onChosenChange }: TargetListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const shown = matching(targets, query).slice(0, MOST_SHOWN);
  const isFull = chosen.length >= limits.forwardTargets;
  const keys = new Set(chosen.map(({ key }) => key));
  const toggle = (target: Target) => {
    if (keys.has(target.key)) onChosenChange(chosen.filter(({ key }) => key !== target.key));
    else if (!isFull) onChosenChange([...chosen, target]);
  };
  return (
    <div className="flex flex-col gap-2" onKeyDown={moveFocus}>
      <SearchField label={t('keptMore.forwardSearch')} value={query} onValueChange={setQuery} />
      <div role="group" aria-label={t('keptMore.forwardTargets')} className="flex h-64 flex-col overflow-y-auto scrollbar-quiet">
        {shown.map((target) => (
          <TargetRow
            key={target.key}
            target={target}
            checked={keys.has(target.key)}
            disabled={isFull && !keys.has(target.key)}
            onToggle={() => toggle(target)}
          />
        ))}
        {shown.length === 0 && <p className="m-auto text-ui text-fg-subtle">{t('keptMore.forwardNone')}</p>}
      </div>
      {isFull && (
        <p role="status" className="text-meta text-fg-subtle">
          {t('keptMore.forwardMost', { count: limits.forwardTargets, number: format.number(limits.forwardTargets) })}
        </p>
      )}
    </div>
  );
}

interface TargetRowProps {
  target: Target;
  checked: boolean;
  disabled: boolean;
  onToggle: () => void;
}

function TargetRow({ target: { label, detail, leading }, checked, disabled, onToggle }: TargetRowProps) {
  return (
    <NativeButton
      role="checkbox"
      aria-checked={checked}
      disabled={disabled}
      focusableWhenDisabled
      onClick={onToggle}
      className="flex shrink-0 items-center gap-3 rounded-card px-2 py-1.5 text-start hover:bg-hover data-disabled:opacity-50 pointer-coarse:min-h-11"
    >
      {leading}
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="truncate text-ui font-medium">{label}</bdi>
        {detail !== '' && <bdi className="truncate text-meta text-fg-subtle">{detail}</bdi>}
      </span>
      <span
        className={cn(
          'grid size-4.5 shrink-0 place-items-center rounded-chip border',
          checked ? 'border-accent bg-accent text-on-accent' : 'border-line-strong',
        )}
      >
        {checked && <Icon icon={Check} size="small" />}
      </span>
    </NativeButton>
  );
}

/** Arrow keys go from the field into the list, and through it. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [role="checkbox"]')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
