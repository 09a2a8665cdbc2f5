import type { IncidentEvidence } from '@hearth/contract';
import { Archive, ScrollText, UserX, MessageSquareX } from 'lucide-react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { DataList, DataRow, EmptyState, Icon, Pill } from '@/ui';
import { useIncidentEvidence } from '@/features/moderation';

/** What was taken back, as it was: kept for whoever has to explain it later. */
export function EvidenceList({ serverId, incidentId }: { serverId: string; incidentId: string }) {
  const { t } = useTranslation();
  const list = useIncidentEvidence(serverId, incidentId);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('incidents.evidence')}</h3>
      <DataList
        label={t('incidents.evidence')}
        list={list}
        keyOf={({ number }) => String(number)}
        empty={<EmptyState icon={Archive} title={t('incidents.noEvidence')} />}
        errorTitle={t('incidents.evidenceFailed')}
      >
        {(evidence) => <EvidenceRow evidence={evidence} />}
      </DataList>
    </section>
  );
}

function EvidenceRow({ evidence }: { evidence: IncidentEvidence }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (evidence.kind) {
    case 'MEMBER': {
      const { user, joinedAt, inviteCode } = evidence.data;
      return (
        <DataRow
          leading={<Icon icon={UserX} className="mt-0.5 text-fg-subtle" />}
          title={t('incidents.evidenceMember', { name: nameOf(user), username: user.username })}
          detail={format.facts(t('incidents.came', { when: format.stamp(joinedAt) }), inviteCode)}
        />
      );
    }
    case 'MESSAGE': {
      const { author, channelName, content, createdAt } = evidence.data;
      return (
        <DataRow
          leading={<Icon icon={MessageSquareX} className="mt-0.5 text-fg-subtle" />}
          title={
            <span dir="auto" className="block font-normal whitespace-pre-wrap">
              {content}
            </span>
          }
          detail={`${nameOf(author)} · #${channelName} · ${format.stamp(createdAt)}`}
        />
      );
    }
    case 'CHANGE': {
      const { action, targetName, createdAt, reverted } = evidence.data;
      return (
        <DataRow
          leading={<Icon icon={ScrollText} className="mt-0.5 text-fg-subtle" />}
          title={[t(`auditLog.actions.${action}`), targetName].filter(Boolean).join(': ')}
          detail={format.stamp(createdAt)}
          extra={<Pill tone={reverted ? 'success' : 'neutral'}>{reverted ? t('incidents.wasReverted') : t('incidents.notReverted')}</Pill>}
        />
      );
    }
  }
}
