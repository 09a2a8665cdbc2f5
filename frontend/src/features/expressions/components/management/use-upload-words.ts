import { limits, type ExpressionType } from '@hearth/contract';
import { fieldErrors, hasCode } from '@/api';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { isName, isTaken } from '../../uploads/names';
import { pictureLimits } from '../../uploads/queues';
import { RefusedFile } from '../../uploads/read-picture';

const NAME_LENGTH = {
  EMOJI: { min: 2, max: 32 },
  STICKER: { min: 2, max: limits.stickerName },
} as const;

/** What there is to say of files, and of what becomes of them. */
export function useUploadWords(type: ExpressionType) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const format = useFormat();
  const facts = { formats: format.list(['PNG', 'JPEG', 'GIF', 'WebP', 'AVIF']), size: format.bytes(pictureLimits[type].bytes) };
  const nameHint = t(`expressions.${type}.nameHint`, NAME_LENGTH[type]);
  const takenText = t(`expressions.${type}.taken`);
  return {
    files: t('expressions.files', facts),
    nameHint,
    /** What is wrong with a name; undefined if nothing is. */
    nameFault: (name: string, others: readonly string[]): string | undefined => {
      if (!isName(type, name)) return nameHint;
      return isTaken(name, others) ? takenText : undefined;
    },
    faultText: (fault: unknown): string => {
      if (fault instanceof RefusedFile) return t(`expressions.refused.${fault.reason}`, facts);
      if (isPictureRefused(fault)) return t('expressions.refused.unreadable');
      if (hasCode(fault, 'CONFLICT')) return takenText;
      return hasCode(fault, 'LIMIT_REACHED') ? t(`expressions.${type}.full`) : errorText(fault);
    },
  };
}

const isPictureRefused = (fault: unknown): boolean => hasCode(fault, 'VALIDATION') && 'image' in fieldErrors(fault);

/** Whether trying again can help: another name, or another time. */
export const mayRetry = (fault: unknown): boolean => !(fault instanceof RefusedFile) && !isPictureRefused(fault);
