import { limits, type Message } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { ApiError } from '@/api';
import { errorText, useErrorText, useFormat, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { plainLine, readableText } from '@/features/messages';
import { hasThumbs, Thumbs } from '@/features/messages/components/attachments';
import { Button, Dialog, DialogClose, FormError, TextArea, useToast } from '@/ui';
import { useForward, type Forwarded } from '../use-forward';
import { useTargets, type Target } from '../use-targets';
import { TargetList } from './TargetList';

export interface ForwardDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  message: Message;
  onGo: (path: string) => void;
}

/** Asks where a message goes, and says what became of it. */
export default function ForwardDialog({ open, onOpenChange, message, onGo }: ForwardDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorOf = useErrorText();
  const formId = useId();
  const targets = useTargets();
  const forward = useForward(message);
  const [chosen, setChosen] = useState<readonly Target[]>([]);
  const [comment, setComment] = useState('');
  const done = useDone(onGo, () => onOpenChange(false));
  const failed = (forward.data ?? []).filter(({ problem }) => problem !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 || forward.isPending) return;
    forward.mutate(
      { targets: chosen, comment: comment.trim() },
      {
        onSuccess: (results) => {
          if (results.every(({ problem }) => problem === null)) done(results);
          else setChosen(results.flatMap(({ problem, target }) => (problem ? [target] : [])));
        },
      },
    );
  };
  const count = chosen.length;
  const send = count === 0 ? t('kept.forward') : t('keptMore.forwardSend', { count, number: format.number(count) });
  const label = failed.length > 0 ? t('keptMore.forwardAgain') : send;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('keptMore.forwardTitle')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t(failed.length > 0 ? 'common.close' : 'common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" disabled={chosen.length === 0} loading={forward.isPending}>
            {label}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{forward.error && errorOf(forward.error)}</FormError>
        {failed.length > 0 && <Failures failed={failed} />}
        <div className="rounded-card border-s-2 border-line-strong bg-sidebar px-3 py-2">
          {(message.content !== '' || !hasThumbs(message)) && (
            <p dir="auto" className="line-clamp-3 text-match-parent text-ui wrap-anywhere text-fg-muted">
              {plainLine(readableText(message))}
            </p>
          )}
          <Thumbs message={message} />
        </div>
        <TargetList targets={targets} chosen={chosen} onChosenChange={setChosen} />
        <TextArea
          label={t('keptMore.forwardComment')}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          maxLength={limits.content}
          minRows={2}
        />
      </form>
    </Dialog>
  );
}

/** With a way to where it went. */
function useDone(onGo: (path: string) => void, close: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  return (results: readonly Forwarded[]) => {
    close();
    const [first] = results;
    const action = first && {
      label: t('keptMore.open'),
      onClick: () => onGo(paths.channel(first.serverId, first.channelId)),
    };
    toast.show({ title: t('keptMore.forwardDone'), tone: 'success', ...(action && { action }) });
  };
}

function Failures({ failed }: { failed: readonly Forwarded[] }) {
  const { t } = useTranslation();
  return (
    <ul
      role="alert"
      aria-label={t('keptMore.forwardResults')}
      className="flex flex-col gap-1 rounded-card bg-danger-subtle px-3 py-2 text-ui"
    >
      {failed.map(({ channelId, target, problem, message }) => {
        const reason = problem ? errorText(t, new ApiError(problem)) : '';
        return (
          <li key={channelId}>
            <bdi className="font-semibold">{target.label}</bdi>{' '}
            {message ? t('keptMore.commentFailed', { reason }) : `${t('keptMore.forwardFailed')}. ${reason}`}
          </li>
        );
      })}
    </ul>
  );
}
