import type { Incident, IncidentPreview } from '@hearth/contract';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { Button, Icon, StepProgress } from '@/ui';
import { usePreviewIncident, useRevertIncident } from '@/features/moderation';
import type { HeldServer } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';
import { given } from '../ReasonField';
import { ConfirmStep } from './ConfirmStep';
import { LookStep } from './LookStep';
import { fullPlan, planWith, type Plan } from './plan';
import { lastSeconds, WindowStep, type RaidWindow } from './WindowStep';

/** Undoes a raid in steps: when it was, who and what it was, what is to be done about it. Nothing happens before the last one. */
export function IncidentWizard({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const { openSub } = useSubPage();
  const look = usePreviewIncident(server.id);
  const revert = useRevertIncident(server.id);
  const [window, setWindow] = useState<RaidWindow>(emptyWindow);
  const [step, setStep] = useState(0);
  const [preview, setPreview] = useState<IncidentPreview | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);

  const search = (next: RaidWindow, other?: string) =>
    look.mutate(bodyOf(next), {
      onSuccess: (found) => {
        setWindow(next);
        setPreview(found);
        setPlan((before) => (before && other !== undefined ? planWith(before, found, other) : fullPlan(found)));
        setStep(1);
      },
    });
  const back = () => {
    look.reset();
    setStep(step - 1);
  };
  const undo = (chosen: Plan) => {
    const { reason, userIds, ...rest } = chosen;
    const { since, until } = bodyOf(window);
    revert.mutate({ since, until, ...rest, userIds: [...userIds], ...given(reason) }, { onSuccess: ({ id }: Incident) => openSub(id) });
  };
  const steps = [t('incidents.steps.choose'), t('incidents.steps.look'), t('incidents.steps.confirm'), t('incidents.steps.result')];
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepProgress label={t('incidents.begin')} steps={steps} current={step} />
      {step === 0 && (
        <WindowStep window={window} onChange={setWindow} onNext={() => search(window)} busy={look.isPending} error={look.error} />
      )}
      {step === 1 && preview && plan && (
        <LookStep
          {...{ server, preview, plan, window }}
          onPlan={setPlan}
          onAsk={(userId) => search({ ...window, userIds: [...window.userIds, userId] }, userId)}
          busy={look.isPending}
          error={look.error}
          onNext={() => setStep(2)}
        />
      )}
      {step === 2 && preview && plan && (
        <ConfirmStep {...{ preview, plan }} onPlan={setPlan} onConfirm={() => undo(plan)} busy={revert.isPending} error={revert.error} />
      )}
      {step > 0 && (
        <Button variant="ghost" className="self-start" onClick={back} disabled={revert.isPending}>
          <Icon icon={ArrowLeft} mirrored />
          {t('common.back')}
        </Button>
      )}
    </div>
  );
}

const HOUR = 3_600;

const emptyWindow = (): RaidWindow => ({ range: lastSeconds(HOUR), inviteCode: '', userIds: [] });

function bodyOf({ range, inviteCode, userIds }: RaidWindow) {
  return {
    since: new Date(range.from ?? 0).toISOString(),
    until: new Date(range.to ?? 0).toISOString(),
    ...(inviteCode.trim() !== '' && { inviteCode: inviteCode.trim() }),
    ...(userIds.length > 0 && { userIds: [...userIds] }),
  };
}
