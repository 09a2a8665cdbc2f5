import type { Message } from '@hearth/contract';
import type { TFunction } from 'i18next';
import type { useErrorToast } from '@/i18n';
import type { ToastHandle } from '@/ui';
import { setHidden, setPinned, setStarred } from '../../keeping';

export interface Saying {
  t: TFunction;
  toast: ToastHandle;
  sayFault: ReturnType<typeof useErrorToast>;
}

type Fault = 'notPinned' | 'notStarred' | 'notHidden' | 'notShown';

const attempt = ({ t, sayFault }: Saying, fault: Fault, act: Promise<void>): Promise<void> =>
  act.catch((error: unknown) => void sayFault(t(`kept.${fault}`), error));

/** Pins, or takes the pin away. */
export const pin = (message: Message, saying: Saying) => attempt(saying, 'notPinned', setPinned(message, message.pinnedAt === null));

export const star = (message: Message, saying: Saying) => attempt(saying, 'notStarred', setStarred(message, message.starred !== true));

export const show = (message: Message, saying: Saying) => attempt(saying, 'notShown', setHidden({ ...message, hidden: true }, false));

/** With a way back. */
export const hide = (message: Message, saying: Saying) =>
  attempt(
    saying,
    'notHidden',
    setHidden(message, true).then(() => {
      const { t, toast } = saying;
      toast.show({ title: t('kept.hiddenToast'), action: { label: t('kept.undo'), onClick: () => void show(message, saying) } });
    }),
  );
