import type { UserSummary } from '@hearth/contract';
import type { TFunction } from 'i18next';
import type { Concealment } from '@/features/relationships';
import { nameOf } from '@/i18n';

/** What stands in the place of words that the reader does not want to see. */
export const concealedText = (t: TFunction, author: UserSummary, why: Concealment): string =>
  why === 'blocked' ? t('concealed.blocked') : t('concealed.ignored', { name: nameOf(author) });
