import type { Message } from '@hearth/contract';
import { useCallback, useMemo, useRef, useState } from 'react';
import { hasCode } from '@/api';
import { useErrorToast, useTranslation } from '@/i18n';
import { copyText } from '@/lib/use-copy';
import { useToast } from '@/ui';
import { useMarkUnread } from '@/features/channels';
import { useDeleteMessage, useEditMessage, toContent, toText } from '@/features/messages';
import { useMe } from '@/features/users';
import { beginSelection } from '../selection-store';
import type { ConversationActions, KeepingActions } from './conversation-actions';
import { focusComposer } from './focus-composer';
import { mayEdit } from './may-edit';

export interface ConversationActionsOptions {
  channelId: string;
  canModerate: boolean;
  askDelete: (message: Message) => void;
  reacting: Pick<ConversationActions, 'react' | 'reactions'>;
  keeping: KeepingActions;
}

/** What rows can ask for, and which one is being edited. */
export function useConversationActions(options: ConversationActionsOptions): { actions: ConversationActions; editingId: string | null } {
  const { channelId, canModerate, askDelete, reacting, keeping } = options;
  const meId = useMe().id;
  const markUnread = useMarkUnread(channelId);
  const { editingId, startEdit, stopEdit, saveEdit, textToEdit } = useEditing(askDelete);
  const remove = useRemove(askDelete);
  const copy = useCopyText();
  const actions = useMemo<ConversationActions>(
    () => ({
      canEdit: (message) => mayEdit(message, meId),
      canDelete: ({ author, origin }) => (author.id === meId && !origin) || canModerate,
      ...{ startEdit, stopEdit, saveEdit, textToEdit },
      remove,
      copy,
      ...reacting,
      ...keeping,
      markUnread: ({ seq }) => markUnread(seq),
      choose: canModerate ? ({ id }) => beginSelection(channelId, id) : null,
    }),
    [meId, channelId, canModerate, startEdit, stopEdit, saveEdit, textToEdit, remove, copy, reacting, keeping, markUnread],
  );
  return { actions, editingId };
}

function useEditing(askDelete: (message: Message) => void) {
  const [editingId, setEditingId] = useState<string | null>(null);
  // By message, what was written and refused: nobody has to write it again.
  const refused = useRef(new Map<string, string>());
  const startEdit = useCallback((message: Message) => setEditingId(message.id), []);
  const stopEdit = useCallback(() => {
    refused.current.clear();
    setEditingId(null);
    focusComposer();
  }, []);
  const reopen = useCallback((message: Message, content: string) => {
    refused.current.set(message.id, content);
    setEditingId((current) => current ?? message.id);
  }, []);
  const textToEdit = useCallback(
    (message: Message) => refused.current.get(message.id) ?? toText(message.channelId, message.content, message.mentions),
    [],
  );
  const store = useStoreEdit(reopen);
  const saveEdit = useCallback(
    (message: Message, text: string) => {
      const content = toContent(message.channelId, text);
      stopEdit();
      if (content === message.content) return;
      // Files stay without words; else nothing of it would be left.
      if (content === '' && message.attachments.length === 0) askDelete(message);
      else store(message, content);
    },
    [stopEdit, askDelete, store],
  );
  return { editingId, startEdit, stopEdit, saveEdit, textToEdit };
}

function useStoreEdit(onBlocked: (message: Message, content: string) => void) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutate } = useEditMessage();
  return useCallback(
    (message: Message, content: string) => {
      const onError = (error: Error) => {
        toast(t('messages.notEdited'), error);
        if (hasCode(error, 'AUTOMOD_BLOCKED')) onBlocked(message, content);
      };
      mutate({ messageId: message.id, content }, { onError });
    },
    [onBlocked, mutate, toast, t],
  );
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
