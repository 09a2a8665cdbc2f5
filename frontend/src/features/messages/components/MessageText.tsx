import type { Message } from '@hearth/contract';
import { Markdown } from './markdown/Markdown';
import { MentionedContext } from './markdown/Mention';

/** What a message says, with those whom it mentions by name. */
export const MessageText = ({ message: { content, mentions, mentionEveryone } }: { message: Message }) => (
  <MentionedContext value={{ users: mentions, everyone: mentionEveryone === true }}>
    <Markdown text={content} />
  </MentionedContext>
);
