import { ShieldQuestion } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useBreakpoint } from '@/lib/use-media-query';
import { EmptyState, ScrollArea } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';
import { RoleEditor } from './RoleEditor';
import { RoleList } from './RoleList';

/** The roles of a server in their order, and one of them beside it; on phones one after the other. */
export default function RolesSettings({ server }: { server: HeldServer }) {
  const wide = useBreakpoint('tablet');
  const { sub } = useSubPage();
  const chosen = server.roles.find(({ id }) => id === sub);
  const editor = sub !== null && (chosen ? <RoleEditor key={chosen.id} server={server} role={chosen} /> : <Gone />);
  if (!wide) return editor || <RoleList server={server} chosenId={null} />;
  return (
    <>
      <ScrollArea className="w-72 shrink-0 border-e border-line pt-4 pb-4 ps-8 pe-3">
        <RoleList server={server} chosenId={sub} />
      </ScrollArea>
      <ScrollArea className="flex-1">
        <div className="flex min-h-full max-w-dialog-large flex-col px-8 pt-4 pb-12 has-data-[save-bar]:pb-0">{editor || <Unchosen />}</div>
      </ScrollArea>
    </>
  );
}

function Unchosen() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={ShieldQuestion} title={t('roles.unchosen')} className="my-auto">
      {t('roles.unchosenText')}
    </EmptyState>
  );
}

/** Deleted, perhaps by somebody else, while it was open. */
function Gone() {
  const { t } = useTranslation();
  return <EmptyState icon={ShieldQuestion} title={t('roles.gone')} className="my-auto" />;
}
