import { Smile } from 'lucide-react';
import { Suspense, useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiPicker } from '@/features/emoji/components';
import { insertText } from '@/lib/insert-text';
import { isPressed } from '@/lib/keys';
import { IconButton, Popover } from '@/ui';
import { currentComposer } from './focus-composer';
import { composerKeys } from './keys';
import { isPageCovered } from './page-covered';

/** Puts emoji where one writes. */
export default function EmojiButton({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEmojiKey(field, open, setOpen);
  const pick = (char: string, more: boolean) => {
    if (field.current) insertText(field.current, char);
    if (!more) setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton icon={Smile} label={t('emoji.open')} shortcut={composerKeys.emoji.keys} className="my-1 pointer-coarse:my-0.5" />
      }
      title={t('emoji.list')}
      hideTitle
      side="top"
      align="end"
      className="p-3"
    >
      <Suspense>
        <EmojiPicker onPick={pick} />
      </Suspense>
    </Popover>
  );
}

/** For the conversation that has the focus. */
function useEmojiKey(field: RefObject<HTMLTextAreaElement | null>, open: boolean, setOpen: (open: boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(composerKeys.emoji.keys, event)) return;
      if (!open && (isPageCovered() || field.current !== currentComposer())) return;
      event.preventDefault();
      setOpen(!open);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field, open, setOpen]);
}
