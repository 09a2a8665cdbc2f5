import { expect, it } from '@jest/globals';
import { queryTerms, searchDocument, type IndexedMessage } from './search-document.js';

const message = (content: string, rest: Partial<IndexedMessage> = {}): IndexedMessage => ({
  ...{ id: '5', version: 2, edited_at: null, content, author_id: '1', channel_id: '2', home_id: '2', server_id: null, segment: 7 },
  ...{ mention_ids: null, mention_role_ids: null, poll_text: null, file_text: null, file_kinds: null, embed_types: null, pinned: false },
  ...rest,
});
const terms = (content: string, rest?: Partial<IndexedMessage>) => searchDocument(message(content, rest)).terms;

it('holds each word once, and what is filtered by', () => {
  expect(terms('Go, go Café!')).toEqual(['go', 'cafe', 'g:7', 'u:1', 'c:2']);
  expect(terms('', { channel_id: '3', server_id: '4', mention_ids: ['8'], mention_role_ids: ['9'], pinned: true })).toEqual([
    ...['g:7', 'u:1', 'c:2', 'c:3', 's:4', 'm:8', 'm:9', 'is:pinned'],
  ]);
  expect(terms('https://a.b')).toContain('has:link');
  expect(terms('x', { poll_text: 'Tea?\nYes', embed_types: ['video'] })).toEqual(
    expect.arrayContaining(['tea', 'yes', 'has:poll', 'has:embed', 'has:video']),
  );
  expect(terms('', { file_text: 'Holiday.png\nA boat', file_kinds: ['audio', 'image'] })).toEqual(
    expect.arrayContaining(['holiday', 'png', 'boat', 'has:file', 'has:image', 'has:audio']),
  );
});

it('holds pairs of characters where words are not set apart', () => {
  expect(terms('去公园').slice(0, 5)).toEqual(['去公', '公园', '去', '公', '园']);
  expect(queryTerms('去公园')).toEqual({ terms: ['去公', '公园'], exact: false });
  expect(queryTerms('公园')).toEqual({ terms: ['公园'], exact: true });
});

it('cuts what is longer than an index can hold', () => {
  const long = 'x'.repeat(4_000);
  expect(terms(long)[0]).toBe('x'.repeat(64));
  expect(queryTerms(long)).toEqual({ terms: ['x'.repeat(64)], exact: false });
});
