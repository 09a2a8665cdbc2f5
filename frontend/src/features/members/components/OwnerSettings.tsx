import { useTranslation } from '@/i18n';
import { Divider } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { DeleteServer } from './DeleteServer';
import { TransferServer } from './TransferServer';

/** What only the owner can do, and what cannot be taken back. */
export default function OwnerSettings({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-8">
      <p className="text-ui text-fg-muted">{t('ownerSettings.intro')}</p>
      <TransferServer server={server} />
      <Divider />
      <DeleteServer server={server} />
    </div>
  );
}
