import type { Message } from '@hearth/contract';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Avatar, Button, ConfirmDialog, NameText } from '@/ui';
import { readableText, useDeleteMessage } from '@/features/messages';
import { ReasonField } from '@/features/moderation/components';
import { useMe } from '@/features/users';
import { hasThumbs, Thumbs } from './attachments/Thumbs';
import { useActions } from './conversation-actions';
import { MessageText } from './MessageText';
import { useAuthor } from './use-author';

export interface DeleteMessageDialogProps {
  message: Message;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function DeleteMessageDialog({ message, open, onOpenChange }: DeleteMessageDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteMessage();
  const meId = useMe().id;
  const { hide } = useActions();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('messages.deleteTitle')}
      description={
        <>
          <p>{t('messages.deleteText')}</p>
          <Preview message={message} />
          <p className="mt-3 text-meta text-fg-subtle pointer-coarse:hidden">{t('messages.deleteHint')}</p>
        </>
      }
      confirmLabel={t('kept.deleteForAll')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate({ messageId: message.id, reason }, { onSuccess: () => onOpenChange(false) })}
    >
      {/* What somebody deletes of their own is nobody else's concern. */}
      {message.author.id !== meId && <ReasonField value={reason} onValueChange={setReason} />}
      {!message.hidden && (
        <Button
          variant="ghost"
          icon={EyeOff}
          className="self-start"
          onClick={() => {
            onOpenChange(false);
            hide(message);
          }}
        >
          {t('kept.hideInstead')}
        </Button>
      )}
    </ConfirmDialog>
  );
}

function Preview({ message }: { message: Message }) {
  const format = useFormat();
  const { author } = message;
  const shown = useAuthor(author);
  return (
    <div className="mt-3 flex max-h-48 gap-3 overflow-hidden rounded-card border border-line bg-canvas p-3 text-fg [mask-image:linear-gradient(black_10rem,transparent_12rem)]">
      <Avatar id={author.id} name={shown.name} picture={author.avatar} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <NameText {...shown} className="truncate text-ui font-semibold" />
          <span className="text-meta text-fg-subtle">{format.stamp(message.createdAt)}</span>
        </p>
        {message.content !== '' ? <MessageText message={message} /> : !hasThumbs(message) && <p dir="auto">{readableText(message)}</p>}
        <Thumbs message={message} />
      </div>
    </div>
  );
}
