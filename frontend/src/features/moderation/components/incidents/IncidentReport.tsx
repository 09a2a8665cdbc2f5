import type { Incident } from '@hearth/contract';
import { ArrowLeft } from 'lucide-react';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { Banner, Button, ErrorState, Icon, ProgressBar, Skeleton, SkeletonGroup, StepProgress } from '@/ui';
import { useIncident } from '@/features/moderation';
import { useSubPage } from '@/features/settings/components';
import { EvidenceList } from './EvidenceList';

/** How far the undoing of a raid is, what came of it, and the evidence. */
export function IncidentReport({ serverId, incidentId }: { serverId: string; incidentId: string }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { openSub } = useSubPage();
  const { data: incident, isError, error, refetch } = useIncident(serverId, incidentId);
  if (isError) {
    return (
      <ErrorState title={t('incidents.reportFailed')} onRetry={() => void refetch()}>
        {errorText(error)}
      </ErrorState>
    );
  }
  if (!incident) return <ReportSkeleton />;
  return (
    <div className="flex flex-col gap-6">
      <Button variant="ghost" size="small" className="-ms-3 self-start max-tablet:hidden" onClick={() => openSub(null)}>
        <Icon icon={ArrowLeft} mirrored />
        {t('incidents.toList')}
      </Button>
      {incident.status === 'RUNNING' && (
        <StepProgress
          label={t('incidents.begin')}
          steps={[t('incidents.steps.choose'), t('incidents.steps.look'), t('incidents.steps.confirm'), t('incidents.steps.result')]}
          current={3}
        />
      )}
      <Facts incident={incident} />
      <Progress incident={incident} />
      <Result incident={incident} />
      {incident.status !== 'RUNNING' && <EvidenceList serverId={serverId} incidentId={incidentId} />}
    </div>
  );
}

function Facts({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-title font-semibold">{t('incidents.of', { when: format.stamp(incident.since) })}</h3>
      <p className="text-ui text-fg-muted">
        {t('incidents.span', { since: format.exact(incident.since), until: format.exact(incident.until) })}
      </p>
      <p className="text-ui text-fg-muted">
        {t('incidents.undoneBy', {
          name: (incident.actor && nameOf(incident.actor)) ?? t('reports.somebody'),
          when: format.relative(incident.createdAt),
        })}
      </p>
      {incident.reason !== null && (
        <p className="text-ui">
          <bdi>{incident.reason}</bdi>
        </p>
      )}
    </div>
  );
}

function Progress({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (incident.status === 'FAILED')
    return (
      <Banner tone="danger" className="rounded-card">
        {t('incidents.stopped')}
      </Banner>
    );
  if (incident.status === 'DONE') return null;
  return (
    <ProgressBar
      label={t('incidents.running')}
      value={incident.total === 0 ? null : incident.done}
      max={incident.total}
      formatValue={(done) => t('bans.deletingOf', { done: format.number(done), total: format.number(incident.total) })}
    />
  );
}

function Result({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    [incident.removed, t('incidents.removed')],
    [incident.deleted, t('incidents.deleted')],
    [incident.reverted, t('incidents.reverted')],
    [incident.skipped, t('incidents.skipped')],
  ] as const;
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-2 gap-3 tablet:grid-cols-4">
        {facts.map(([count, label]) => (
          <div key={label} className="flex flex-col-reverse rounded-card border border-line bg-raised p-3">
            <dt className="text-meta text-fg-subtle">{label}</dt>
            <dd className="text-title font-semibold tabular-nums">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {incident.skipped > 0 && <p className="text-meta text-fg-subtle">{t('incidents.skippedHint')}</p>}
    </div>
  );
}

function ReportSkeleton() {
  return (
    <SkeletonGroup>
      <div className="flex flex-col gap-4">
        <Skeleton className="w-48" />
        <Skeleton className="w-64" />
        <Skeleton shape="block" className="h-20 w-full" />
      </div>
    </SkeletonGroup>
  );
}
