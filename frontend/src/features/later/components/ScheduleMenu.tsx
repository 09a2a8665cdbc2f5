import { CalendarClock, ChevronUp } from 'lucide-react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { IconButton, Menu, MenuGroup, MenuItem, MenuSeparator, useToast } from '@/ui';
import { sendChoices } from '../choices';
import { fits } from '../fits';
import { takeDraft } from '../take-draft';
import { useSchedule } from '../mutations';
import { useScheduled } from '../queries';
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
  if (props.text.trim() === '') return null;
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
  const schedule = useSchedule();
  const waiting = useScheduled().data?.length ?? 0;
  const content = text.trim();
  const send = (at: number) => {
    if (!fits(content)) return;
    const done = () => {
      takeDraft(channelId, content);
      toast.show({
        title: t('later.willSend', { when: format.upcoming(at) }),
        tone: 'success',
        action: { label: t('later.show'), onClick: onList },
      });
    };
    // The menu may be gone before the answer comes, and its callbacks with it.
    schedule.mutateAsync({ channelId, content, replyToId, at }).then(done, (error: Error) => errorToast(t('later.notScheduled'), error));
  };
  return (
    <>
      <MenuGroup label={t('later.schedule')}>
        <TimeItems choices={sendChoices(new Date())} onChoose={send} onPick={onPick} />
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
