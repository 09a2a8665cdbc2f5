import { Smile } from 'lucide-react';
import { Suspense, useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useTranslation } from '@/i18n';
import { EmojiPicker, StickerPicker } from '@/features/emoji/components';
import { insertText } from '@/lib/insert-text';
import { isPressed } from '@/lib/keys';
import { IconButton, Popover, Tabs } from '@/ui';
import { takeEmojiWish } from './EmojiWish';
import { currentComposer } from './focus-composer';
import { composerKeys } from './keys';
import { isPageCovered } from './page-covered';
import { useSendSticker, type StickerPlace } from './use-send-sticker';

export interface EmojiButtonProps extends StickerPlace {
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Puts emoji where one writes, and sends stickers. */
export default function EmojiButton({ field, ...place }: EmojiButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [isByKey, setByKey] = useState(false);
  const [kind, setKind] = useState<'emoji' | 'stickers'>('emoji');
  const sendSticker = useSendSticker(place);
  const openBy = (key: boolean) => (next: boolean) => {
    if (next) setByKey(key);
    setOpen(next);
  };
  useEmojiKey(field, open, openBy(true));
  const pick = (_char: string, more: boolean, written: string) => {
    if (field.current) insertText(field.current, written);
    if (!more) setOpen(false);
  };
  const { channelId } = place;
  return (
    <Popover
      open={open}
      onOpenChange={openBy(false)}
      finalFocus={isByKey ? field : undefined}
      trigger={
        <IconButton icon={Smile} label={t('emoji.open')} shortcut={composerKeys.emoji.keys} className="my-1 pointer-coarse:my-0.5" />
      }
      title={t('emoji.kinds')}
      hideTitle
      side="top"
      align="end"
      className="p-3 pt-1"
    >
      <Tabs
        label={t('emoji.kinds')}
        value={kind}
        onValueChange={setKind}
        items={[
          {
            value: 'emoji',
            label: t('emoji.list'),
            panel: (
              <Suspense>
                <EmojiPicker channelId={channelId} onPick={pick} />
              </Suspense>
            ),
          },
          {
            value: 'stickers',
            label: t('stickers.list'),
            panel: (
              <Suspense>
                <StickerPicker
                  channelId={channelId}
                  onPick={(sticker) => {
                    if (sendSticker(sticker)) setOpen(false);
                  }}
                />
              </Suspense>
            ),
          },
        ]}
      />
    </Popover>
  );
}

/** For the conversation that has the focus. */
function useEmojiKey(field: RefObject<HTMLTextAreaElement | null>, open: boolean, setOpen: (open: boolean) => void): void {
  const set = useEffectEvent(setOpen);
  // Not before this is in the page: until then the key is heard elsewhere.
  useEffect(() => {
    if (takeEmojiWish(field.current)) set(true);
  }, [field]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(composerKeys.emoji.keys, event)) return;
      if (!open && (isPageCovered() || field.current !== currentComposer())) return;
      event.preventDefault();
      set(!open);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field, open]);
}
