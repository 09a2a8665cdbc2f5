import type { InvitePreview } from '@hearth/contract';
import { useLocation } from 'wouter';
import { useJoinServer, useServers } from '@/features/servers';
import { useMe } from '@/features/users';
import { useErrorText, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Button, FormError } from '@/ui';
import { arrivalOf } from './arrival';

/** For somebody who is signed in: one press. */
export function InviteJoin({ preview }: { preview: InvitePreview }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [, navigate] = useLocation();
  const me = useMe();
  const join = useJoinServer();
  const isMember = useServers().some(({ id }) => id === preview.server.id);
  const arrive = () => navigate(arrivalOf(preview), { replace: true });
  return (
    <div className="flex flex-col gap-3">
      <FormError>{join.error && errorText(join.error)}</FormError>
      <Button
        variant="primary"
        size="large"
        fullWidth
        loading={join.isPending}
        onClick={() => (isMember ? arrive() : join.mutate(preview.code, { onSuccess: arrive }))}
      >
        {isMember ? t('invite.open', { server: preview.server.name }) : t('invite.join', { server: preview.server.name })}
      </Button>
      <Button variant="ghost" fullWidth onClick={() => navigate(paths.home)}>
        {t('invite.notNow')}
      </Button>
      <p className="text-center text-meta text-fg-subtle">{isMember ? t('invite.alreadyIn') : t('invite.as', { name: me.displayName })}</p>
    </div>
  );
}
