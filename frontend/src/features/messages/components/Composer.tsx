import { SendHorizontal } from 'lucide-react';
import { Suspense, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { latePart } from '@/lib/lazy-part';
import { isComposing, isPressed } from '@/lib/keys';
import { AutoGrowTextarea, IconButton, useLongPress, useToast } from '@/ui';
import { useDraft } from '@/features/drafts';
import { useLastOwnMessage, useSendMessage, setReply, type Reply } from '@/features/messages';
import { useTyping } from '@/features/presence';
import { useTrayState } from '@/features/uploads';
import { EarlyFiles, FileTarget, Tray } from '@/features/uploads/components';
import { CharacterCount, remainingCharacters } from './CharacterCount';
import { useActions } from './conversation-actions';
import { currentComposer } from './focus-composer';
import { composerKeys } from './keys';
import { useExtras } from './message-extras';
import { EmojiWish } from './EmojiWish';
import { isPageCovered } from './page-covered';
import { SlowmodeMark } from './SlowmodeMark';
import { useByThumb } from './use-by-thumb';
import { useSlowmode, type Slowmode } from './use-slowmode';
import { useTypeToFocus } from './use-type-to-focus';

// On screen from the start, and nobody needs it before the first message.
const ComposerMenu = latePart(() => import('./ComposerMenu'));
const EmojiButton = latePart(() => import('./EmojiButton'));
const Completion = latePart(() => import('./completion/Completion'));

export interface ComposerProps {
  channelId: string;
  /** What the field asks for. */
  label: string;
  /** What the whole of it is called, if there is another one beside it. */
  name?: string;
  /** Seconds to wait between two messages; 0: none. */
  slowmode?: number;
  reply: Reply | null;
}

/** Where a message is written. */
export function Composer({ channelId, label, name, slowmode = 0, reply }: ComposerProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const { BesideSend, Recorder } = useExtras();
  const { text, setText, leave } = useDraft(channelId);
  const { notifyTyping, stopTyping } = useTyping(channelId);
  const pause = useSlowmode(channelId, slowmode);
  const files = useTrayState(channelId);
  const send = useSend(channelId, { text, setText, reply, files }, pause);
  const onKeyDown = useComposerKeys(channelId, { text, reply }, send);
  useTypeToFocus(field);
  const [isHeld, setHeld] = useState(false);
  const [isRecording, setRecording] = useState(false);
  const target = { channelId, field, keys: composerKeys.attach.keys, isMeant: () => isMeant(field.current) };
  const holding = useLongPress(() => (text.trim() !== '' || files !== 'empty') && setHeld(true));
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setText(event.target.value);
    if (event.target.value === '') stopTyping();
    else notifyTyping();
  };
  const canSend = (text.trim() !== '' || files !== 'empty') && remainingCharacters(text) >= 0 && pause.secondsLeft === 0 && !pause.isBusy;
  const sendButton = (
    <IconButton
      type="submit"
      icon={SendHorizontal}
      mirrored
      label={t('composer.send')}
      disabled={!canSend}
      focusableWhenDisabled
      {...(BesideSend && holding)}
      className="my-1 not-data-disabled:text-accent-text! pointer-coarse:my-0.5"
    />
  );
  return (
    <>
      <Suspense fallback={<EarlyFiles {...target} />}>
        <Tray trayId={channelId} onEmpty={() => field.current?.focus()} />
        <FileTarget {...target} />
      </Suspense>
      <form
        aria-label={name ?? t('composer.label')}
        onSubmit={(event) => {
          event.preventDefault();
          send();
          field.current?.focus();
        }}
        className="relative flex items-end gap-1 rounded-dialog border border-line bg-raised px-1.5 has-focus-visible:border-line-strong"
      >
        <Suspense>
          <Completion field={field} channelId={channelId} />
        </Suspense>
        {/* What is recorded stands over it. */}
        <div inert={isRecording} className="contents">
          <Suspense fallback={<span className="w-9" />}>
            <ComposerMenu channelId={channelId} />
          </Suspense>
          <AutoGrowTextarea
            ref={field}
            data-composer
            dir={autoDir(text)}
            aria-label={label}
            placeholder={label}
            enterKeyHint="send"
            minRows={1}
            maxRows={100}
            value={text}
            onChange={change}
            onKeyDown={onKeyDown}
            onBlur={() => {
              stopTyping();
              leave();
            }}
            className="max-h-[50dvh]! min-w-0 flex-1 bg-transparent py-2.75 text-body outline-none"
          />
          {slowmode > 0 && <SlowmodeMark seconds={slowmode} secondsLeft={pause.secondsLeft} />}
          <CharacterCount text={text} className="mb-3.5 px-1" />
          <Suspense fallback={<EmojiWish field={field} />}>
            <EmojiButton {...{ field, channelId, reply, pause }} />
          </Suspense>
        </div>
        {Recorder && (isRecording || (text === '' && files === 'empty')) ? (
          <Suspense fallback={sendButton}>
            <Recorder channelId={channelId} isHeldUp={pause.secondsLeft > 0 || pause.isBusy} onRecording={setRecording}>
              {sendButton}
            </Recorder>
          </Suspense>
        ) : (
          sendButton
        )}
        {BesideSend && (
          <BesideSend channelId={channelId} text={text} replyToId={reply?.to.id ?? null} open={isHeld} onOpenChange={setHeld} />
        )}
      </form>
    </>
  );
}

/** What is pressed or pasted belongs to the conversation that has the focus, and to none under a dialog or in another field. */
function isMeant(field: HTMLElement | null): boolean {
  const { activeElement } = document;
  const isElsewhere = activeElement !== field && activeElement?.matches('input, textarea, select, [contenteditable="true"]');
  return !isElsewhere && !isPageCovered() && field === currentComposer();
}

interface Draft {
  files: 'empty' | 'good' | 'bad';
  text: string;
  setText: (text: string) => void;
  reply: Reply | null;
}

/** Sends what is written, unless it is nothing, too much or too soon. */
function useSend(channelId: string, { text, setText, reply, files }: Draft, pause: Slowmode): () => void {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const sendMessage = useSendMessage(channelId);
  return () => {
    const content = text.trim();
    if ((content === '' && files === 'empty') || remainingCharacters(content) < 0 || pause.isBusy) return;
    if (pause.secondsLeft > 0) {
      toast.show({ title: t('composer.tooSoon', { time: format.countdown(pause.secondsLeft) }), tone: 'warning' });
      return;
    }
    if (files === 'bad') {
      toast.show({ title: t('uploads.cantSend'), tone: 'warning' });
      return;
    }
    sendMessage(content, reply);
    setText('');
  };
}

function useComposerKeys(channelId: string, { text, reply }: Pick<Draft, 'text' | 'reply'>, send: () => void) {
  const actions = useActions();
  const lastOwn = useLastOwnMessage(channelId);
  const byThumb = useByThumb();
  return (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (isPressed(composerKeys.send.keys, event) && !byThumb) send();
    else if (isPressed(composerKeys.editLast.keys, event) && text === '' && lastOwn && actions.canEdit(lastOwn)) actions.startEdit(lastOwn);
    else if (event.key === 'Escape' && reply) setReply(channelId, null);
    else return;
    event.preventDefault();
  };
}
