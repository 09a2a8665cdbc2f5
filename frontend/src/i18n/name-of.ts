import { DELETED_USERNAME, type UserSummary } from '@hearth/contract';
import i18next from 'i18next';

/** What somebody is called. The server has a name in one language for those whose account is gone: they have none, which every language says itself. */
export const nameOf = ({ username, displayName }: Pick<UserSummary, 'username' | 'displayName'>): string =>
  username.startsWith(DELETED_USERNAME) ? i18next.t('profile.deleted') : displayName;
