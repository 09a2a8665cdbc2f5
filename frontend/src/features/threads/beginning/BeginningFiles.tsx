import { composerKeys } from '@/features/messages/components';
import { DialogFiles } from '@/features/uploads/attaching';
import { useTranslation } from '@/i18n';
import { faultsOf, type Beginning } from './use-beginning';

interface BeginningFilesProps {
  beginning: Beginning;
  channelId: string;
  /** Somebody wanted to begin it: what is in the way is said. */
  tried: boolean;
}

/** The files of the first message. They stand beside the form: what is said of one of them is a form of its own. */
export function BeginningFiles({ beginning, channelId, tried }: BeginningFilesProps) {
  const { t } = useTranslation();
  const { trayId, files } = beginning;
  const isBad = (tried && files.state === 'failed') || Object.keys(faultsOf(beginning)).some((field) => field.startsWith('attachmentIds'));
  return <DialogFiles {...{ channelId, trayId }} keys={composerKeys.attach.keys} error={isBad ? t('uploads.cantSend') : undefined} />;
}
