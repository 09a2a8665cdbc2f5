import { auditActions, type AuditAction } from '@hearth/contract';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { compareNames, useTranslation } from '@/i18n';
import { DataList, EmptyState, Picker, type PickerItem } from '@/ui';
import { useAuditLog, type HeldServer } from '@/features/servers';
import { AuditEntryRow } from './AuditEntryRow';
import { useActorChoices } from './use-actor-choices';

/** Who did what to whom, the newest first. */
export default function AuditLogSettings({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const [actor, setActor] = useState<PickerItem | null>(null);
  const [act, setAct] = useState<PickerItem | null>(null);
  const list = useAuditLog(server.id, { actorId: actor?.value, action: act?.value as AuditAction | undefined });
  const people = useActorChoices(server.id);
  const acts = auditActions
    .map((action) => ({ value: action, label: t(`auditLog.actions.${action}`) }))
    .toSorted((a, b) => compareNames(a.label, b.label));
  const isFiltered = actor !== null || act !== null;
  return (
    <DataList
      label={t('auditLog.title')}
      list={list}
      keyOf={({ id }) => id}
      filters={
        <>
          <Picker
            label={t('auditLog.who')}
            placeholder={t('auditLog.anybody')}
            {...people}
            value={actor}
            onValueChange={setActor}
            className="flex-1"
          />
          <Picker
            label={t('auditLog.what')}
            placeholder={t('auditLog.anything')}
            items={acts}
            value={act}
            onValueChange={setAct}
            className="flex-1"
          />
        </>
      }
      empty={<EmptyState icon={ScrollText} title={isFiltered ? t('auditLog.noneFound') : t('auditLog.none')} />}
      errorTitle={t('auditLog.failed')}
    >
      {(entry) => <AuditEntryRow server={server} entry={entry} />}
    </DataList>
  );
}
