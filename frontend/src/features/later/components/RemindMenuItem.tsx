import type { Message } from '@hearth/contract';
import { AlarmClock } from 'lucide-react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { SubMenu, useToast } from '@/ui';
import { remindChoices } from '../choices';
import { useRemind } from '../mutations';
import { TimeItems } from './TimeItems';

/** In a message's menu: to be told of it again. */
export default function RemindMenuItem({ message, onPick }: { message: Message; onPick: (messageId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const errorToast = useErrorToast();
  const { mutateAsync: remind } = useRemind();
  if (message.deletedAt !== null) return null;
  // The menu is gone by the time of the answer.
  const choose = (at: number) =>
    void remind({ messageId: message.id, at }).then(
      () => toast.show({ title: t('later.willRemind', { when: format.upcoming(at) }), tone: 'success' }),
      (error: unknown) => errorToast(t('later.notReminded'), error),
    );
  return (
    <SubMenu icon={AlarmClock} label={t('later.remind')}>
      <TimeItems choices={remindChoices(new Date())} onChoose={choose} onPick={() => onPick(message.id)} />
    </SubMenu>
  );
}
