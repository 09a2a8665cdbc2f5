import { Compass, Plus } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';

export interface AddServerItemsProps {
  onCreate: () => void;
  onJoin: () => void;
}

/** The ways to a further server. */
export default function AddServerItems({ onCreate, onJoin }: AddServerItemsProps) {
  const { t } = useTranslation();
  return (
    <>
      <MenuItem icon={Plus} onSelect={onCreate}>
        {t('servers.create')}
      </MenuItem>
      <MenuItem icon={Compass} onSelect={onJoin}>
        {t('servers.join')}
      </MenuItem>
    </>
  );
}
