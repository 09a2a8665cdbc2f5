import { useEffect, useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { inviteLink } from '@/lib/paths';
import { CopyField, ErrorState, Select, Skeleton, SkeletonGroup } from '@/ui';
import { useCreateInvite } from '@/features/servers';
import { inviteBody, lifetimes, useChoices, uses, type Lifetime, type Uses } from './invite-choices';

/** A link to copy, at once; with another end or number of uses on demand. */
export function InviteLink({ serverId, channelId }: { serverId: string; channelId: string | null }) {
  const { t } = useTranslation();
  const [lifetime, setLifetime] = useState<Lifetime>('week');
  const [maxUses, setMaxUses] = useState<Uses>('any');
  const { link, error, retry } = useInviteLink(serverId, channelId, lifetime, maxUses);
  const choices = useChoices();
  return (
    <div className="flex flex-col gap-5">
      {error ? <LinkError error={error} onRetry={retry} /> : <LinkField link={link} />}
      <div className="grid grid-cols-1 gap-4 tablet:grid-cols-2">
        <Select
          label={t('invite.expires')}
          options={lifetimes.map((value) => ({ value, label: choices.lifetime(value) }))}
          value={lifetime}
          onValueChange={setLifetime}
        />
        <Select
          label={t('invite.maxUses')}
          options={uses.map((value) => ({ value, label: choices.uses(value) }))}
          value={maxUses}
          onValueChange={setMaxUses}
        />
      </div>
    </div>
  );
}

/** Asking for a link is what opening the dialog means; other terms are another link. */
function useInviteLink(serverId: string, channelId: string | null, lifetime: Lifetime, maxUses: Uses) {
  const { mutate, data, error, isPending } = useCreateInvite(serverId);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    mutate(inviteBody(channelId, lifetime, maxUses));
  }, [mutate, channelId, lifetime, maxUses, attempt]);
  return { link: data && !isPending ? inviteLink(data.code) : null, error, retry: () => setAttempt((count) => count + 1) };
}

function LinkField({ link }: { link: string | null }) {
  const { t } = useTranslation();
  if (link !== null) return <CopyField label={t('invite.link')} value={link} />;
  return (
    <SkeletonGroup label={t('invite.making')}>
      <div className="flex flex-col gap-1.5">
        <Skeleton className="my-1 w-20" />
        <Skeleton shape="block" className="h-9 w-full" />
      </div>
    </SkeletonGroup>
  );
}

function LinkError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <ErrorState title={t('invite.failed')} onRetry={onRetry}>
      {errorText(error)}
    </ErrorState>
  );
}
