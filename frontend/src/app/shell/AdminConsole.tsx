import { Files, ListChecks, ScrollText } from 'lucide-react';
import { AdminLogPage, FilesPage, JobsPage } from '@/features/admin/components';
import { SettingsPages } from '@/features/settings/components';
import { useTranslation } from '@/i18n';
import type { Overlay } from '../use-overlay';
import { useTurn } from './use-turn';

/** Where admins run the installation: a page for each thing there is to see and set. */
export default function AdminConsole({ overlay }: { overlay: Overlay }) {
  const { t } = useTranslation();
  const turn = useTurn(overlay);
  return (
    <SettingsPages
      title={t('admin.title')}
      page={overlay.value ?? ''}
      onPage={turn}
      onClose={overlay.close}
      pages={[
        { id: 'files', label: t('admin.files'), icon: Files, content: <FilesPage /> },
        { id: 'jobs', label: t('admin.jobs'), icon: ListChecks, content: <JobsPage /> },
        { id: 'log', label: t('admin.log'), icon: ScrollText, content: <AdminLogPage /> },
      ]}
    />
  );
}
