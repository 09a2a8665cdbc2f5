import type { InvitePreview } from '@hearth/contract';
import { useState } from 'react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { Avatar } from '@/ui';

/** The picture of the server that an invite leads to; who is not signed in may see no other file of it. */
export function InvitePicture({ preview, isSignedIn }: { preview: InvitePreview; isSignedIn: boolean }) {
  const { server, code } = preview;
  const [isLost, setIsLost] = useState(false);
  if (!isSignedIn && server.icon !== null && !isLost)
    return (
      <img
        src={`/api/v1/invites/${code}/icon`}
        alt=""
        onError={() => setIsLost(true)}
        className="size-20 rounded-card bg-active object-cover"
      />
    );
  return <Avatar id={server.id} name={server.name} picture={isSignedIn ? server.icon : null} size={80} shape="square" />;
}

/** Who invites, and how many are there. */
export function InviteSummary({ preview }: { preview: InvitePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = preview.server.memberCount;
  return (
    <>
      {preview.inviter && <>{t('invite.from', { name: nameOf(preview.inviter) })} · </>}
      {t('servers.members', { count, number: format.number(count) })}
    </>
  );
}
