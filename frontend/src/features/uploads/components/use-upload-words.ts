import { ApiError } from '@/api';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { secondsLeft } from '../pace';
import { bytesOf, type Upload, type UploadFault } from '../upload';

/** What there is to say of how far a file is. */
export function useUploadWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const faultText = (fault: UploadFault): string => {
    if (typeof fault === 'object') return errorText(new ApiError(fault));
    return fault === 'noAnswer' ? t('messages.noAnswer') : t(`uploads.fault.${fault}`);
  };
  return {
    faultText,
    statusText: (upload: Upload): string => {
      const { state, sent, rate, fault } = upload;
      const size = bytesOf(upload);
      const part = format.percent(size === 0 ? 0 : Math.min(1, sent / size));
      const left = secondsLeft(size - sent, rate);
      if (state === 'failed') return fault === null ? '' : faultText(fault);
      if (state === 'done') return format.bytes(size);
      if (state === 'paused') return format.facts(t('uploads.paused'), part);
      if (state === 'waiting') return format.facts(t('uploads.waiting'), sent > 0 && part);
      return format.facts(
        part,
        rate !== null && t('uploads.rate', { size: format.bytes(rate) }),
        left !== null && t('uploads.left', { time: format.duration(left) }),
      );
    },
  };
}
