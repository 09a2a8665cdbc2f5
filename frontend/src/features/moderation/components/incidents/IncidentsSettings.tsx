import type { Incident } from '@hearth/contract';
import { ChevronRight, Siren } from 'lucide-react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { Button, DataList, EmptyState, Icon, Pill } from '@/ui';
import { useIncidents } from '@/features/moderation';
import type { HeldServer } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';
import { IncidentReport } from './IncidentReport';
import { IncidentWizard } from './IncidentWizard';

const NEW = 'new';

/** Raids that were undone, and the way to undo one. */
export default function IncidentsSettings({ server }: { server: HeldServer }) {
  const { sub } = useSubPage();
  if (sub === NEW) return <IncidentWizard server={server} />;
  return sub === null ? <IncidentList server={server} /> : <IncidentReport serverId={server.id} incidentId={sub} />;
}

function IncidentList({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const { openSub } = useSubPage();
  const list = useIncidents(server.id);
  const begin = (
    <Button variant="primary" icon={Siren} onClick={() => openSub(NEW)}>
      {t('incidents.begin')}
    </Button>
  );
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ui text-fg-muted">{t('incidents.intro')}</p>
      <DataList
        label={t('incidents.title')}
        list={list}
        keyOf={({ id }) => id}
        filters={list.items.length > 0 && begin}
        empty={
          <EmptyState icon={Siren} title={t('incidents.none')} action={begin}>
            {t('incidents.noneText')}
          </EmptyState>
        }
        errorTitle={t('incidents.failed')}
      >
        {(incident) => <IncidentRow incident={incident} onOpen={() => openSub(incident.id)} />}
      </DataList>
    </div>
  );
}

const tones = { RUNNING: 'info', DONE: 'success', FAILED: 'danger' } as const;

function IncidentRow({ incident, onOpen }: { incident: Incident; onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full items-center gap-3 rounded-card px-2 py-2.5 text-start transition-colors hover:bg-hover"
    >
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="text-ui font-medium">{t('incidents.of', { when: format.stamp(incident.since) })}</span>
        <span className="text-meta text-fg-subtle">
          {t('incidents.rowFacts', {
            people: format.number(incident.suspects),
            name: (incident.actor && nameOf(incident.actor)) ?? t('reports.somebody'),
            when: format.relative(incident.createdAt),
          })}
        </span>
      </span>
      <Pill tone={tones[incident.status]}>{t(`incidents.statuses.${incident.status}`)}</Pill>
      <Icon icon={ChevronRight} mirrored className="text-fg-subtle" />
    </button>
  );
}
