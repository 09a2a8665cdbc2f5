import { saveDraft } from '@hearth/contract';
import type { HearerRows } from '../row.js';
import { everywhere } from './places.js';

/** What people keep for later is theirs alone. */
export const laterRows: HearerRows<'draft:update'> = {
  'draft:update': everywhere<'draft:update'>(async (stage, channelId) => {
    const content = `Words in ${channelId}`;
    await stage.api.call(saveDraft, { params: { channelId }, body: { content } });
    return (draft) => draft.content === content;
  }).map((row) => ({ ...row, circle: 'own' as const })),
};
