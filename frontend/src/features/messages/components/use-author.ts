import type { UserSummary } from '@hearth/contract';
import { use } from 'react';
import { type ShownName, useShownName } from '@/features/servers';
import { ProfilePlace } from '@/features/users/components';

/** What the author of a message is called where the conversation is. */
export const useAuthor = (author: UserSummary): ShownName => useShownName(use(ProfilePlace), author);
