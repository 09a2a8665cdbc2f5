import { Clock, Hourglass, ScrollText } from 'lucide-react';
import { Suspense, useState } from 'react';
import { managementScreen, useFormat, useTranslation } from '@/i18n';
import { useSecondsLeft } from '@/lib/use-seconds-left';
import { Button, Icon } from '@/ui';
import { useRestriction, type HeldServer } from '@/features/servers';

const RulesDialog = /* @__PURE__ */ managementScreen(() => import('./RulesDialog'));

interface WritingGateProps {
  server: HeldServer;
  /** Shows which role or rule it is, where that is what keeps them from writing. */
  onExplain: () => void;
}

/** Stands where one would write, for those who may only read: why that is, and what ends it. */
export function WritingGate({ server, onExplain }: WritingGateProps) {
  const restriction = useRestriction(server);
  switch (restriction?.kind) {
    case 'PENDING':
      return <Rules server={server} />;
    case 'TIMEOUT':
      return <Countdown icon={Clock} text="composer.timedOut" until={restriction.until} />;
    case 'UNVERIFIED':
      return <Countdown icon={Hourglass} text="composer.tooNew" until={restriction.until} />;
    case undefined:
      return <ReadOnly onExplain={onExplain} />;
  }
}

interface CountdownProps {
  icon: typeof Clock;
  text: 'composer.timedOut' | 'composer.tooNew';
  until: number | null;
}

function Countdown({ icon, text, until }: CountdownProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return <Waiting icon={icon} text={t(text, { time: format.countdown(useSecondsLeft(until)) })} />;
}

function Waiting({ icon, text }: { icon?: typeof Clock; text: string }) {
  return (
    <p className="flex items-center justify-center gap-2 rounded-dialog border border-line bg-sidebar px-4 py-2.75 text-center text-body text-fg-muted tabular-nums">
      {icon && <Icon icon={icon} />}
      {text}
    </p>
  );
}

function ReadOnly({ onExplain }: { onExplain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-dialog border border-line bg-sidebar px-4 py-1.5 text-body text-fg-muted">
      <p>{t('composer.readOnly')}</p>
      <Button variant="ghost" size="small" onClick={onExplain}>
        {t('composer.why')}
      </Button>
    </div>
  );
}

function Rules({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-dialog border border-line bg-sidebar py-1.5 ps-4 pe-1.5">
      <p className="flex min-w-0 flex-1 items-center gap-2 text-body text-fg-muted">
        <Icon icon={ScrollText} />
        {t('composer.rulesFirst')}
      </p>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t('composer.readRules')}
      </Button>
      <Suspense>{open && <RulesDialog server={server} open onOpenChange={setOpen} />}</Suspense>
    </div>
  );
}
