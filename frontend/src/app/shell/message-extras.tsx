import type { Message } from '@hearth/contract';
import { OriginLine, PublishMenuItem, PublishedLine } from '@/features/announcements/components';
import type { MessageExtras } from '@/features/messages/components';
import { ThreadChip, ThreadMenuItem } from '@/features/threads/components';
import { openDialog } from '../dialogs-store';

function Below({ message }: { message: Message }) {
  return (
    <>
      <PublishedLine message={message} />
      <ThreadChip message={message} />
    </>
  );
}

function MenuItems({ message }: { message: Message }) {
  return (
    <>
      <ThreadMenuItem message={message} />
      <PublishMenuItem message={message} onPublish={({ id }) => openDialog({ kind: 'publish', messageId: id })} />
    </>
  );
}

/** What messages of a channel have beside their text. */
export const channelExtras: MessageExtras = { Above: OriginLine, Below, MenuItems };

/** Of a thread: none begins in another. */
export const threadExtras: MessageExtras = { Above: OriginLine };
