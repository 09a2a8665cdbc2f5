import { errorText, useTranslation } from '@/i18n';
import { ApiError } from '@/api';
import { Button } from '@/ui';
import {
  discardMessage,
  harmfulFiles,
  retryMessage,
  retryWithoutFailed,
  retryWithoutReply,
  type PendingMessage,
} from '@/features/messages';
import { mayRetry, useUploadsOf, type Upload } from '@/features/uploads';
import { revise } from './revise';

/** Why a message was not sent, and what can be done about it. */
export default function PendingFailure({ pending }: { pending: PendingMessage }) {
  const { t } = useTranslation();
  const failed = useUploadsOf(pending.nonce).filter(({ state }) => state === 'failed');
  const reason = useReason(pending, failed[0]);
  return (
    <div role="status" className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="text-ui text-danger-text">{t('messages.notSent', { reason })}</span>
      <span className="flex flex-wrap gap-2">
        <WayOut pending={pending} failed={failed} />
        <Button size="small" variant="ghost" onClick={() => discardMessage(pending.nonce)}>
          {t('messages.discard')}
        </Button>
      </span>
    </div>
  );
}

// Nothing else that a message refers to can be gone.
const isOriginalGone = ({ reply, problem }: PendingMessage): boolean => Boolean(reply) && problem?.code === 'CONFLICT';

function useReason(pending: PendingMessage, failed: Upload | undefined): string {
  const { t } = useTranslation();
  if (isOriginalGone(pending)) return t('kept.originalGone');
  const fault = failed?.fault;
  if (typeof fault === 'string' && fault !== 'noAnswer') return t(`uploads.fault.${fault}`);
  return pending.problem ? errorText(t, new ApiError(pending.problem)) : t('messages.noAnswer');
}

function WayOut({ pending, failed }: { pending: PendingMessage; failed: readonly Upload[] }) {
  const { t } = useTranslation();
  const { nonce, content, files = [] } = pending;
  const harmful = harmfulFiles(pending);
  const unsendable = failed.length + harmful.length;
  const isSomethingLeft = content !== '' || files.length > unsendable;
  if (isOriginalGone(pending)) {
    return (
      <Button size="small" onClick={() => retryWithoutReply(nonce)}>
        {t('kept.sendWithoutReply')}
      </Button>
    );
  }
  if (pending.problem?.code === 'AUTOMOD_BLOCKED') {
    return (
      <Button size="small" onClick={() => revise(pending)}>
        {t('messages.edit')}
      </Button>
    );
  }
  return (
    <>
      {harmful.length === 0 && failed.every(mayRetry) && (
        <Button size="small" onClick={() => retryMessage(nonce)}>
          {t('messages.retry')}
        </Button>
      )}
      {unsendable > 0 && isSomethingLeft && (
        <Button size="small" onClick={() => retryWithoutFailed(pending)}>
          {t('uploads.withoutFailed')}
        </Button>
      )}
    </>
  );
}
