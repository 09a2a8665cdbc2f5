import { hasPermission, type Channel } from '@hearth/contract';
import { SearchX } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from '@/i18n';
import { Banner, EmptyState, SearchField, TriStateSwitch } from '@/ui';
import { usePermissions, type HeldServer } from '@/features/servers';
import { decisionOf, withDecision, type Target } from '../overwrites';
import { channelGroups, findPermissions, type ShownPermission } from '../permission-groups';
import type { DraftProps } from './TargetList';
import { usePermissionWords } from './use-permission-words';
import { useNamedTargets } from './use-targets';

interface OverwriteEditorProps extends DraftProps {
  server: HeldServer;
  channel: Channel;
  targetId: string;
}

/** What one role or member is denied and allowed in a channel; all else is as it is in the server. */
export function OverwriteEditor({ server, channel, targetId, overwrites, change }: OverwriteEditorProps) {
  const { t } = useTranslation();
  const words = usePermissionWords('channel');
  const [query, setQuery] = useState('');
  const isRole = server.roles.some(({ id }) => id === targetId);
  const target: Target = { id: targetId, type: isRole ? 'ROLE' : 'MEMBER' };
  const [named] = useNamedTargets(server, [target]);
  const found = findPermissions(channelGroups(channel.type), query, words.all);
  if (!named) return null;
  return (
    <div className="flex flex-col gap-6">
      <h3 className="flex items-center gap-2.5 text-title font-semibold max-tablet:sr-only">
        {named.leading}
        <bdi className="truncate">{named.name}</bdi>
      </h3>
      <p className="text-ui text-fg-muted">{t('channelPermissions.legend')}</p>
      {!named.isInReach && (
        <Banner tone="info" className="rounded-card">
          {t('channelPermissions.outOfReach')}
        </Banner>
      )}
      <SearchField label={t('permissions.search')} value={query} onValueChange={setQuery} />
      {found.map((group) => (
        <section key={group.id} className="flex flex-col">
          <h4 className="pb-1 text-body font-semibold">{t(`permissions.groups.${group.id}`)}</h4>
          <div className="flex flex-col divide-y divide-line">
            {group.permissions.map((permission) => (
              <DecisionRow
                key={permission}
                {...{ server, channel, permission }}
                isInReach={named.isInReach}
                value={decisionOf(overwrites, targetId, permission)}
                onValueChange={(decision) => change(withDecision(overwrites, target, permission, decision))}
              />
            ))}
          </div>
        </section>
      ))}
      {found.length === 0 && <EmptyState icon={SearchX} title={t('permissions.noneFound')} />}
    </div>
  );
}

interface DecisionRowProps {
  server: HeldServer;
  channel: Channel;
  permission: ShownPermission;
  isInReach: boolean;
  value: ReturnType<typeof decisionOf>;
  onValueChange: (decision: ReturnType<typeof decisionOf>) => void;
}

function DecisionRow({ server, channel, permission, isInReach, value, onValueChange }: DecisionRowProps) {
  const { t } = useTranslation();
  const words = usePermissionWords('channel');
  const hintId = useId();
  const isHeld = hasPermission(usePermissions(server.id, channel.id), permission);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-48 flex-1 flex-col gap-0.5">
        <span className="text-ui text-fg">{words.name(permission)}</span>
        <span id={hintId} className="text-meta text-fg-subtle">
          {words.hint(permission)}
          {isInReach && !isHeld && <span className="block font-medium text-fg-muted">{t('permissions.notHeld')}</span>}
        </span>
      </div>
      <TriStateSwitch
        label={words.name(permission)}
        describedBy={hintId}
        value={value}
        onValueChange={onValueChange}
        disabled={!isInReach || !isHeld}
      />
    </div>
  );
}
