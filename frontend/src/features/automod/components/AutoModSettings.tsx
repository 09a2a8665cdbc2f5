import { autoModTriggerTypes, type AutoModRule, type AutoModTriggerType } from '@hearth/contract';
import { Bot } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useBreakpoint } from '@/lib/use-media-query';
import { EmptyState, ErrorState, ScrollArea, Skeleton, SkeletonGroup } from '@/ui';
import { useAutoMod } from '@/features/automod';
import type { HeldServer } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';
import { newRuleKind } from './new-rule';
import { RuleEditor } from './RuleEditor';
import { RuleList } from './RuleList';

/** The rules of a server, and one of them beside them; on phones one after the other. */
export default function AutoModSettings({ server }: { server: HeldServer }) {
  const wide = useBreakpoint('tablet');
  const { sub } = useSubPage();
  const { data, isError, refetch } = useAutoMod(server.id);
  const opened = data && findOpened(data.rules, sub);
  const editor = opened && <RuleEditor key={sub} server={server} {...opened} />;
  const list = (
    <ListInItsStates server={server} data={data} isError={isError} onRetry={() => void refetch()} chosenId={opened ? sub : null} />
  );
  if (!wide) return editor ?? list;
  return (
    <>
      <ScrollArea className="w-80 shrink-0 border-e border-line pt-4 pb-4 ps-8 pe-3">{list}</ScrollArea>
      <ScrollArea className="flex-1">
        <div className="flex min-h-full max-w-dialog-large flex-col px-8 pt-4 pb-12 has-data-[save-bar]:pb-0">
          {editor ?? (data && data.rules.length > 0 && <Unchosen />)}
        </div>
      </ScrollArea>
    </>
  );
}

interface Opened {
  /** Null for one that is being made. */
  rule: AutoModRule | null;
  kind: AutoModTriggerType;
}

function findOpened(rules: readonly AutoModRule[], sub: string | null): Opened | undefined {
  const kind = autoModTriggerTypes.find((type) => newRuleKind(type) === sub);
  if (kind) return { rule: null, kind };
  const rule = rules.find(({ id }) => id === sub);
  return rule && { rule, kind: rule.trigger.type };
}

interface ListInItsStatesProps {
  server: HeldServer;
  data: ReturnType<typeof useAutoMod>['data'];
  isError: boolean;
  onRetry: () => void;
  chosenId: string | null;
}

function ListInItsStates({ server, data, isError, onRetry, chosenId }: ListInItsStatesProps) {
  const { t } = useTranslation();
  if (data) return <RuleList server={server} autoMod={data} chosenId={chosenId} />;
  return isError ? <ErrorState title={t('autoMod.failed')} onRetry={onRetry} /> : <ListSkeleton />;
}

function ListSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col">
      <div className="flex flex-col gap-4">
        <Skeleton className="w-56" />
        <Skeleton shape="block" className="h-9 w-32" />
        {['w-40', 'w-48', 'w-36'].map((width) => (
          <div key={width} className="flex items-center gap-3">
            <Skeleton shape="circle" className="size-5" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}

function Unchosen() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Bot} title={t('autoMod.unchosen')} className="my-auto">
      {t('autoMod.unchosenText')}
    </EmptyState>
  );
}
