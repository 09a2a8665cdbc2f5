import { characterCount, limits } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';

/** From here on the number that is left is worth knowing. */
const SHOW_BELOW = 400;

/** Negative when the text is too long. As the server counts: by code point, without the white space at both ends. */
export const remainingCharacters = (text: string): number => limits.content - characterCount(text.trim());

/** How much of a message may still be written, when that is not much. */
export function CharacterCount({ text, className }: { text: string; className?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  // Counting is dear for long texts, and a short one cannot be near the limit.
  const left = text.length > limits.content - SHOW_BELOW ? remainingCharacters(text) : SHOW_BELOW;
  const isNear = left < SHOW_BELOW;
  return (
    <span
      aria-live="polite"
      className={cn('rounded-chip text-meta tabular-nums', left < 0 ? 'font-semibold text-danger-text' : 'text-fg-subtle', className)}
    >
      {isNear && (
        <>
          <span aria-hidden>{format.number(left)}</span>
          <span className="sr-only">
            {left < 0 ? t('composer.tooLong', { count: -left }) : left <= 50 && t('composer.left', { count: left })}
          </span>
        </>
      )}
    </span>
  );
}
