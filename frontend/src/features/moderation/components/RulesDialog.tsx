import { useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, Checkbox, Dialog, DialogClose, ErrorState, FormError, Skeleton, SkeletonGroup } from '@/ui';
import { useAcceptRules, useScreening } from '@/features/moderation';
import type { HeldServer } from '@/features/servers';

interface RulesDialogProps {
  server: HeldServer;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What a newcomer promises before taking part. */
export default function RulesDialog({ server, open, onOpenChange }: RulesDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const screening = useScreening(server.id);
  const accept = useAcceptRules(server.id);
  const [agreed, setAgreed] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('rules.title', { server: server.name })}
      description={t('rules.intro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('rules.later')}</Button>} />
          <Button
            variant="primary"
            disabled={!agreed || !screening.data}
            loading={accept.isPending}
            onClick={() => accept.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
          >
            {t('rules.accept')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError>{accept.error && errorText(accept.error)}</FormError>
        <RuleList screening={screening} />
        {screening.data && <Checkbox label={t('rules.agree')} checked={agreed} onCheckedChange={setAgreed} />}
      </div>
    </Dialog>
  );
}

function RuleList({ screening }: { screening: ReturnType<typeof useScreening> }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (screening.isError) {
    return (
      <ErrorState title={t('rules.failed')} onRetry={() => void screening.refetch()}>
        {errorText(screening.error)}
      </ErrorState>
    );
  }
  if (screening.isPending) {
    return (
      <SkeletonGroup label={t('rules.loading')}>
        <div className="flex flex-col gap-4">
          {['w-64', 'w-48', 'w-56'].map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      </SkeletonGroup>
    );
  }
  return (
    <ol className="flex flex-col gap-3">
      {screening.data.rules.map((rule, index) => (
        <li key={index} className="flex gap-3 rounded-card border border-line bg-raised px-4 py-3">
          <span aria-hidden className="text-body font-semibold text-fg-subtle tabular-nums">
            {index + 1}.
          </span>
          <p dir="auto" className="min-w-0 flex-1 text-body wrap-anywhere whitespace-pre-wrap text-match-parent">
            {rule}
          </p>
        </li>
      ))}
    </ol>
  );
}
