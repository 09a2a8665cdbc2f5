import type { Message } from '@hearth/contract';
import { OriginLine, PublishMenuItem, PublishedLine } from '@/features/announcements/components';
import type { MessageExtras } from '@/features/messages/components';
import { Recorder } from '@/features/voice-messages/components';
import { ThreadChip, ThreadMenuItem } from '@/features/threads/components';
import { openDialog } from '../dialogs-store';
import { AboveComposer, BesideSend, RemindItem } from './later-parts';

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
      <RemindItem message={message} />
    </>
  );
}

const writing = { AboveComposer, BesideSend, Recorder };

const pickDay = (channelId: string): void => openDialog({ kind: 'jumpToDate', channelId });

const forward = (message: Message): void => openDialog({ kind: 'forward', message });

/** What messages of a channel have beside their text. */
export const channelExtras: MessageExtras = { ...writing, Above: OriginLine, Below, MenuItems, forward, pickDay };

/** Of a thread: none begins in another. */
export const threadExtras: MessageExtras = { ...writing, Above: OriginLine, MenuItems: RemindItem, forward, pickDay };

/** Of a DM or group. */
export const directExtras: MessageExtras = { ...writing, MenuItems: RemindItem, forward, pickDay };
