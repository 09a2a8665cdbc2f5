import type { Message } from '@hearth/contract';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@/i18n';
import { copyText } from '@/lib/use-copy';
import { useToast } from '@/ui';
import { useMarkUnread } from '@/features/channels';
import { useDeleteMessage, useEditMessage } from '@/features/messages';
import { useMe } from '@/features/users';
import type { ConversationActions } from './conversation-actions';
import { focusComposer } from './focus-composer';

export interface ConversationActionsOptions {
  channelId: string;
  canModerate: boolean;
  askDelete: (message: Message) => void;
}

/** What rows can ask for, and which one is being edited. */
export function useConversationActions(options: ConversationActionsOptions): { actions: ConversationActions; editingId: string | null } {
  const { channelId, canModerate, askDelete } = options;
  const meId = useMe().id;
  const markUnread = useMarkUnread(channelId);
  const { editingId, startEdit, stopEdit, saveEdit } = useEditing(askDelete);
  const remove = useRemove(askDelete);
  const copy = useCopyText();
  const actions = useMemo<ConversationActions>(
    () => ({
      canEdit: ({ author }) => author.id === meId,
      canDelete: ({ author }) => author.id === meId || canModerate,
      startEdit,
      stopEdit,
      saveEdit,
      remove,
      copy,
      markUnread: ({ seq }) => markUnread(seq),
    }),
    [meId, canModerate, startEdit, stopEdit, saveEdit, remove, copy, markUnread],
  );
  return { actions, editingId };
}

function useEditing(askDelete: (message: Message) => void) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutate } = useEditMessage();
  const [editingId, setEditingId] = useState<string | null>(null);
  const startEdit = useCallback((message: Message) => setEditingId(message.id), []);
  const stopEdit = useCallback(() => {
    setEditingId(null);
    focusComposer();
  }, []);
  const saveEdit = useCallback(
    (message: Message, content: string) => {
      stopEdit();
      if (content === '') askDelete(message);
      else if (content !== message.content)
        mutate({ messageId: message.id, content }, { onError: (error) => toast(t('messages.notEdited'), error) });
    },
    [stopEdit, askDelete, mutate, toast, t],
  );
  return { editingId, startEdit, stopEdit, saveEdit };
}

function useRemove(askDelete: (message: Message) => void) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutate } = useDeleteMessage();
  return useCallback(
    (message: Message, skipQuestion: boolean) => {
      if (!skipQuestion) askDelete(message);
      else mutate({ messageId: message.id }, { onError: (error) => toast(t('messages.notDeleted'), error) });
    },
    [askDelete, mutate, toast, t],
  );
}

function useCopyText() {
  const { t } = useTranslation();
  const toast = useToast();
  return useCallback(
    (text: string) => {
      void copyText(text).then((copied) =>
        toast.show(copied ? { title: t('common.copied') } : { title: t('common.notCopied'), tone: 'danger' }),
      );
    },
    [toast, t],
  );
}
