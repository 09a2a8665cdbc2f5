import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { Tabs } from '@/ui';
import { Mentions } from './Mentions';
import { Unread } from './Unread';

type Tab = 'mentions' | 'unread';

/** What calls for the user wherever it stands: who mentioned them, and what they have not read. */
export default function InboxPage() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('mentions');
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-4 scrollbar-quiet">
      <Tabs
        label={t('inbox.title')}
        value={tab}
        onValueChange={setTab}
        className="mx-auto max-w-dialog-large"
        items={[
          { value: 'mentions', label: t('inbox.mentions'), panel: <Mentions /> },
          { value: 'unread', label: t('inbox.unread'), panel: <Unread /> },
        ]}
      />
    </div>
  );
}
