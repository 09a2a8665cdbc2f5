import { useFormat, useTranslation } from '@/i18n';
import { Banner } from '@/ui';
import type { HeldServer } from '@/features/servers';
import type { OverwritesDraft } from './use-overwrites-draft';
import { useNamedTargets } from './use-targets';

/** Says about whom somebody else decided otherwise, while it was being decided here. */
export function ChangedMeanwhile({ server, form }: { server: HeldServer; form: OverwritesDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { contestedIds, stored, overwrites, isDirty } = form;
  const types = new Map([...stored, ...overwrites].map(({ targetId, type }) => [targetId, type]));
  const targets = useNamedTargets(
    server,
    contestedIds.map((id) => ({ id, type: types.get(id) ?? 'ROLE' })),
  );
  if (targets.length === 0 || !isDirty) return null;
  return (
    <Banner tone="warning" className="rounded-card">
      {t('channelPermissions.changedMeanwhile', { names: format.list(targets.map(({ name }) => name)) })}
    </Banner>
  );
}
