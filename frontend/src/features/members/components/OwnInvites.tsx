import { ChevronDown, ChevronUp, Link as LinkIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { Button, DataList, EmptyState } from '@/ui';
import { useInvites, useServer } from '@/features/servers';
import { InviteRow } from './OpenInvites';

/** The links that one made oneself, which everybody may take back. */
export default function OwnInvites({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <section className="mt-5 flex flex-col gap-1 border-t border-line pt-3">
      <Button
        variant="ghost"
        size="small"
        iconEnd={open ? ChevronUp : ChevronDown}
        className="self-start"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('invites.own')}
      </Button>
      {open && <OwnList serverId={serverId} />}
    </section>
  );
}

function OwnList({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const list = useInvites(serverId, useServer(serverId)?.me.user.id);
  return (
    <DataList
      label={t('invites.own')}
      list={list}
      keyOf={({ code }) => code}
      empty={<EmptyState icon={LinkIcon} title={t('invites.empty')} />}
      errorTitle={t('invites.failed')}
    >
      {(invite) => <InviteRow serverId={serverId} invite={invite} />}
    </DataList>
  );
}
