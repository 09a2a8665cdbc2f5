import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import type { Emoji } from '../catalogue';
import { writtenEmoji } from '../custom';
import { TONES, withTone } from '../tones';
import { chooseTone, useEmojiUsage } from '../usage-store';
import { EmojiView } from './EmojiView';

const HAND = '✋';
const names = ['none', 'light', 'mediumLight', 'medium', 'mediumDark', 'dark'] as const;

/** What is highlighted, and the skin tone that hands and people have. */
export function PickerFooter({ active }: { active: Emoji | undefined }) {
  const tone = useEmojiUsage((usage) => usage.tone);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="mt-1 flex h-11 shrink-0 items-center gap-2 border-t border-line pt-1">
      {!choosing && (
        <span aria-hidden className="flex min-w-0 flex-1 items-center gap-2">
          {active && (
            <>
              <span className="text-title">
                <EmojiView emoji={active} tone={tone} />
              </span>
              <span className="min-w-0">
                <bdi className="block truncate text-ui font-medium">{active.custom ? writtenEmoji(active) : active.name}</bdi>
                <bdi className="block truncate text-meta text-fg-subtle">
                  {active.custom ? active.custom.serverName : `:${active.codes[0] ?? ''}:`}
                </bdi>
              </span>
            </>
          )}
        </span>
      )}
      <Tones choosing={choosing} onChoosing={setChoosing} />
    </div>
  );
}

function Tones({ choosing, onChoosing }: { choosing: boolean; onChoosing: (choosing: boolean) => void }) {
  const { t } = useTranslation();
  const tone = useEmojiUsage((usage) => usage.tone);
  const button = 'touch-area grid size-8 place-items-center rounded-card text-title hover:bg-hover';
  const nameOf = (index: number) => t(`emoji.tones.${names[index] ?? 'none'}`);
  if (!choosing)
    return (
      <button
        type="button"
        aria-label={t('emoji.tone', { tone: nameOf(TONES.indexOf(tone)) })}
        data-tooltip={t('emoji.tones.label')}
        onClick={() => onChoosing(true)}
        className={cn(button, 'ms-auto')}
      >
        {withTone(HAND, tone)}
      </button>
    );
  return (
    <span role="group" aria-label={t('emoji.tones.label')} className="ms-auto flex gap-1">
      {TONES.map((one, index) => (
        <button
          key={one}
          type="button"
          autoFocus={one === tone}
          aria-label={nameOf(index)}
          aria-pressed={one === tone}
          onClick={() => {
            chooseTone(one);
            onChoosing(false);
          }}
          className={cn(button, one === tone && 'bg-selected')}
        >
          {withTone(HAND, one)}
        </button>
      ))}
    </span>
  );
}
