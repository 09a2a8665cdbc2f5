import { reportStatuses, type ReportStatus } from '@hearth/contract';
import { CircleCheck, Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { DataList, EmptyState, Tabs } from '@/ui';
import { useReports } from '@/features/moderation';
import type { HeldServer } from '@/features/servers';
import { ReportCard } from './ReportCard';

export interface ReportsSettingsProps {
  server: HeldServer;
  /** Shows a message where it was written. */
  onOpenMessage: (channelId: string, seq: number) => void;
}

/** What members told the moderators, until somebody has decided on it. */
export default function ReportsSettings({ server, onOpenMessage }: ReportsSettingsProps) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<ReportStatus>('OPEN');
  return (
    <Tabs
      label={t('reports.title')}
      value={status}
      onValueChange={setStatus}
      items={reportStatuses.map((value) => ({
        value,
        label: t(`reports.statuses.${value}`),
        panel: value === status && <ReportList server={server} status={value} onOpenMessage={onOpenMessage} />,
      }))}
    />
  );
}

function ReportList({ server, status, onOpenMessage }: ReportsSettingsProps & { status: ReportStatus }) {
  const { t } = useTranslation();
  const list = useReports(server.id, status);
  return (
    <DataList
      label={t('reports.title')}
      list={list}
      keyOf={({ id }) => id}
      empty={
        status === 'OPEN' ? (
          <EmptyState icon={CircleCheck} title={t('reports.allDone')}>
            {t('reports.allDoneText')}
          </EmptyState>
        ) : (
          <EmptyState icon={Inbox} title={t('reports.none')} />
        )
      }
      errorTitle={t('reports.failed')}
    >
      {(report) => <ReportCard server={server} report={report} onOpenMessage={onOpenMessage} />}
    </DataList>
  );
}
