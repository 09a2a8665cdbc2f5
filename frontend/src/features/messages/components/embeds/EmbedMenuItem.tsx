import type { Message } from '@hearth/contract';
import { Link2Off } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import { useActions } from '../conversation-actions';
import { askToRemove } from './removal-store';

/** For whoever may take the previews from a message that has some. */
export function EmbedMenuItem({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  if (message.embeds.length === 0 || !actions.canDelete(message)) return null;
  return (
    <MenuItem icon={Link2Off} onSelect={() => askToRemove(message, null)}>
      {t('embeds.remove')}
    </MenuItem>
  );
}
