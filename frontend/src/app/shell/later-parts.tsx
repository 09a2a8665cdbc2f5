import type { Message } from '@hearth/contract';
import { Suspense } from 'react';
import { LaterMenuItems, ReminderToasts, RemindMenuItem, ScheduledLine, ScheduleMenu } from '@/features/later/components';
import type { BesideSendProps } from '@/features/messages/components';
import { openDialog } from '../dialogs-store';

const showReminders = () => openDialog({ kind: 'reminders' });
const showScheduled = () => openDialog({ kind: 'scheduled' });

export const BesideSend = ({ channelId, text, replyToId, ...held }: BesideSendProps) => (
  <Suspense>
    <ScheduleMenu
      {...{ channelId, text, replyToId }}
      {...held}
      onPick={() => openDialog({ kind: 'schedule', channelId, content: text.trim(), replyToId })}
      onList={showScheduled}
    />
  </Suspense>
);

export const AboveComposer = ({ channelId }: { channelId: string }) => (
  <Suspense>
    <ScheduledLine channelId={channelId} onOpen={showScheduled} />
  </Suspense>
);

export const RemindItem = ({ message }: { message: Message }) => (
  <Suspense>
    <RemindMenuItem message={message} onPick={(messageId) => openDialog({ kind: 'remind', messageId })} />
  </Suspense>
);

export const LaterItems = () => <LaterMenuItems onReminders={showReminders} onScheduled={showScheduled} />;

export const LaterToasts = () => (
  <Suspense>
    <ReminderToasts onList={showReminders} />
  </Suspense>
);
