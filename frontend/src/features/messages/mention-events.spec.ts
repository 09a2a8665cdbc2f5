import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { queryClient } from '@/api';
import { holdChannel, readMarker } from '@/features/channels';
import { buildChannel } from '@/features/channels/fixtures';
import { unreadMentions } from '@/features/mentions';
import { holdMentions } from './mentioned';
import './mention-events';

beforeEach(() => {
  holdChannel(buildChannel({ id: '1', lastSeq: 4 }));
  holdChannel(buildChannel({ id: '2', lastSeq: 9 }));
  holdMentions([
    { channelId: '1', seqs: [2, 4] },
    { channelId: '2', seqs: [9] },
  ]);
});
afterEach(() => {
  readMarker.reset();
  queryClient.clear();
});

it('what is read calls nobody any more, before the server says so', () => {
  readMarker.markRead('1', 3, true);
  expect(unreadMentions.get()).toEqual({ '1': [4], '2': [9] });
  readMarker.markRead('1', 4, true);
  expect(unreadMentions.get()).toEqual({ '2': [9] });
});
