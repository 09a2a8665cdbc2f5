import type { Explanation as PermissionExplanation } from '@hearth/contract';
import { Check, X } from 'lucide-react';
import { useErrorText, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { ErrorState, Icon, Skeleton, SkeletonGroup } from '@/ui';
import { usePermissionExplanation } from '@/features/servers';
import type { PermissionGroup, ShownPermission } from '../permission-groups';
import { usePermissionWords } from './use-permission-words';
import { useReasonText } from './use-reason-text';

interface ExplanationProps {
  serverId: string;
  userId: string;
  /** Left out: about the server as a whole. */
  channelId?: string;
  groups: readonly PermissionGroup[];
}

type Item = PermissionExplanation['permissions'][number];

/** For each permission whether somebody has it, and which role or exception decides that. */
export function Explanation({ serverId, userId, channelId, groups }: ExplanationProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const explanation = usePermissionExplanation(serverId, userId, channelId);
  if (explanation.isError) {
    return (
      <ErrorState title={t('explainer.failed')} onRetry={() => void explanation.refetch()}>
        {errorText(explanation.error)}
      </ErrorState>
    );
  }
  if (explanation.isPending) return <ExplanationSkeleton />;
  const items = new Map(explanation.data.permissions.map((item) => [item.permission, item]));
  return (
    <div className="flex flex-col gap-6">
      {groups.map((group) => (
        <section key={group.id} className="flex flex-col gap-3">
          <h3 className="text-body font-semibold">{t(`permissions.groups.${group.id}`)}</h3>
          <ul className="flex flex-col gap-3">
            {group.permissions.map((permission) => {
              const item = items.get(permission);
              return (
                item && (
                  <ExplanationRow
                    key={permission}
                    permission={permission}
                    item={item}
                    serverId={serverId}
                    scope={channelId ? 'channel' : 'server'}
                  />
                )
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ExplanationRowProps {
  permission: ShownPermission;
  item: Item;
  serverId: string;
  scope: 'server' | 'channel';
}

function ExplanationRow({ permission, item, serverId, scope }: ExplanationRowProps) {
  const { t } = useTranslation();
  const words = usePermissionWords(scope);
  const reasonText = useReasonText(serverId);
  return (
    <li className="flex items-start gap-3">
      <span
        className={cn(
          'mt-0.5 grid size-5 shrink-0 place-items-center rounded-full',
          item.allowed ? 'bg-success-subtle text-success-text' : 'bg-danger-subtle text-danger-text',
        )}
      >
        <Icon icon={item.allowed ? Check : X} size="small" className="stroke-[2.5]" />
      </span>
      <div className="flex min-w-0 flex-col">
        <span className="text-ui font-medium">
          {words.name(permission)}
          <span className="sr-only">: {item.allowed ? t('explainer.allowed') : t('explainer.denied')}</span>
        </span>
        <span className="text-ui text-fg-muted">{reasonText(item)}</span>
      </div>
    </li>
  );
}

function ExplanationSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('explainer.loading')}>
      <div className="flex flex-col gap-4">
        {['w-32', 'w-40', 'w-28', 'w-36', 'w-32'].map((width, index) => (
          <div key={index} className="flex items-start gap-3">
            <Skeleton shape="circle" className="size-5" />
            <div className="flex flex-col gap-2 pt-1">
              <Skeleton className={width} />
              <Skeleton className="w-64" />
            </div>
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}
