import type { UserSummary } from '@hearth/contract';
import { Ban, EyeOff, UserMinus, UserPlus, UserX, Eye, Check } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useRelationship } from '@/features/relationships';
import { MenuItem, MenuSeparator } from '@/ui';
import { askFirst } from '../question-store';
import { useRelationshipActs } from './use-relationship-acts';

/** What can be changed between the user and somebody, for any menu about a person. */
export function RelationshipMenuItems({ user }: { user: UserSummary }) {
  const { t } = useTranslation();
  const { type = null, ignored = false } = useRelationship(user.id) ?? {};
  const acts = useRelationshipActs();
  return (
    <>
      {type === null && (
        <MenuItem icon={UserPlus} onSelect={() => acts.ask(user)}>
          {t('friends.ask')}
        </MenuItem>
      )}
      {type === 'INCOMING' && (
        <>
          <MenuItem icon={Check} onSelect={() => acts.accept(user)}>
            {t('friends.accept')}
          </MenuItem>
          <MenuItem icon={UserX} onSelect={() => askFirst({ kind: 'decline', user })}>
            {t('friends.decline')}
          </MenuItem>
        </>
      )}
      {type === 'OUTGOING' && (
        <MenuItem icon={UserX} onSelect={() => acts.end(user, 'OUTGOING')}>
          {t('friends.cancel')}
        </MenuItem>
      )}
      <MenuItem icon={ignored ? Eye : EyeOff} onSelect={() => acts.setIgnored(user, !ignored)}>
        {t(ignored ? 'friends.unignore' : 'friends.ignore')}
      </MenuItem>
      <MenuSeparator />
      {type === 'FRIEND' && (
        <MenuItem icon={UserMinus} danger onSelect={() => askFirst({ kind: 'unfriend', user })}>
          {t('friends.unfriend')}
        </MenuItem>
      )}
      {type === 'BLOCKED' ? (
        <MenuItem icon={Ban} onSelect={() => acts.end(user, 'BLOCKED')}>
          {t('friends.unblock')}
        </MenuItem>
      ) : (
        <MenuItem icon={Ban} danger onSelect={() => askFirst({ kind: 'block', user })}>
          {t('friends.block')}
        </MenuItem>
      )}
    </>
  );
}
