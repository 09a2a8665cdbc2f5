export interface Requested {
  channelIds: string[];
  content?: string;
}

/** What is asked for: one request for each form that a comment has where it is sent. Who may be named and which emoji there are differs. */
export function requestsFor(
  channelIds: readonly string[],
  comment: string,
  toContent: (channelId: string, text: string) => string,
): Requested[] {
  if (comment === '') return [{ channelIds: [...channelIds] }];
  const byContent = Map.groupBy(channelIds, (channelId) => toContent(channelId, comment));
  return [...byContent].map(([content, ids]) => ({ channelIds: ids, content }));
}
