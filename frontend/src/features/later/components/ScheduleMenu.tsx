import type { TFunction } from 'i18next';
import { CalendarClock, ChevronUp } from 'lucide-react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { IconButton, Menu, MenuGroup, MenuItem, MenuSeparator, useToast } from '@/ui';
import { sendChoices } from '../choices';
import { fits } from '../fits';
import { useTrayState } from '@/features/uploads';
import type { TrayProgress } from '@/features/uploads/attaching';
import { useScheduled } from '../queries';
import { usePutOff } from '../use-put-off';
import { TimeItems } from './TimeItems';

export interface ScheduleMenuProps {
  channelId: string;
  /** What is written, and what it answers. */
  text: string;
  replyToId: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: () => void;
  onList: () => void;
}

/** Beside the button that sends: sends what is written at another time. */
export default function ScheduleMenu(props: ScheduleMenuProps) {
  const { t } = useTranslation();
  const files = useTrayState(props.channelId);
  if (props.text.trim() === '' && files === 'empty') return null;
  return (
    <Menu
      open={props.open}
      onOpenChange={props.onOpenChange}
      side="top"
      align="end"
      trigger={<IconButton icon={ChevronUp} size="small" label={t('later.schedule')} className="my-2 -ms-1 pointer-coarse:my-0.5" />}
    >
      <Items {...props} />
    </Menu>
  );
}

function Items({ channelId, text, replyToId, onPick, onList }: ScheduleMenuProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const errorToast = useErrorToast();
  const { files, putOff } = usePutOff(channelId);
  const waiting = useScheduled().data?.length ?? 0;
  const content = text.trim();
  const why = heldUp(t, files);
  const send = (at: number) => {
    if (!fits(content, files.state !== 'empty')) return;
    const done = () =>
      toast.show({
        title: t('later.willSend', { when: format.upcoming(at) }),
        tone: 'success',
        action: { label: t('later.show'), onClick: onList },
      });
    // The menu may be gone before the answer comes, and its callbacks with it.
    putOff({ content, replyToId, at }).then(done, (error: Error) => errorToast(t('later.notScheduled'), error));
  };
  return (
    <>
      <MenuGroup label={t('later.schedule')}>
        {why && <p className="max-w-70 px-2 pb-1 text-meta text-fg-muted tabular-nums">{why}</p>}
        <TimeItems choices={sendChoices(new Date())} disabled={why !== undefined} onChoose={send} onPick={onPick} />
      </MenuGroup>
      {waiting > 0 && (
        <>
          <MenuSeparator />
          <MenuItem icon={CalendarClock} onSelect={onList}>
            {t('later.scheduledAll', { count: waiting })}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** Files wait where the message does. */
function heldUp(t: TFunction, { state, done, total }: TrayProgress): string | undefined {
  if (state === 'sending') return t('uploads.progress', { done, total });
  return state === 'failed' ? t('uploads.cantSend') : undefined;
}
