import { autoModRulesOf, autoModTriggerTypes, limits, type AutoModRule } from '@hearth/contract';
import { Bot, Plus } from 'lucide-react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { Button, EmptyState, Icon, ListItem, Menu, MenuItem, Switch } from '@/ui';
import { useSwitchRule } from '@/features/automod';
import type { HeldServer } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';
import type { AutoMod } from '../queries';
import { newRuleKind } from './new-rule';
import { RaidBanner } from './RaidBanner';
import { kindIcons } from './rule-kinds';

interface RuleListProps {
  server: HeldServer;
  autoMod: AutoMod;
  chosenId: string | null;
}

export function RuleList({ server, autoMod: { rules, raid }, chosenId }: RuleListProps) {
  const { t } = useTranslation();
  const create = <CreateRule rules={rules} />;
  return (
    <div className="flex flex-col gap-4">
      {raid && <RaidBanner serverId={server.id} raid={raid} />}
      {rules.length === 0 ? (
        <EmptyState icon={Bot} title={t('autoMod.empty')} action={create}>
          {t('autoMod.emptyText')}
        </EmptyState>
      ) : (
        <>
          <p className="text-ui text-fg-muted">{t('autoMod.intro')}</p>
          <div>{create}</div>
          <ul aria-label={t('autoMod.rules')} className="-ms-2 flex flex-col gap-1">
            {rules.map((rule) => (
              <li key={rule.id}>
                <RuleRow serverId={server.id} rule={rule} selected={rule.id === chosenId} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function CreateRule({ rules }: { rules: readonly AutoModRule[] }) {
  const { t } = useTranslation();
  const { openSub } = useSubPage();
  const isFull = rules.length >= limits.autoMod.rules;
  const trigger = (
    <Button variant="primary" icon={Plus} disabled={isFull}>
      {t('autoMod.create')}
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {autoModTriggerTypes.map((kind) => (
        <MenuItem
          key={kind}
          icon={kindIcons[kind]}
          disabled={rules.filter(({ trigger: { type } }) => type === kind).length >= autoModRulesOf(kind)}
          onSelect={() => openSub(newRuleKind(kind))}
        >
          {t(`autoMod.kinds.${kind}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function RuleRow({ serverId, rule, selected }: { serverId: string; rule: AutoModRule; selected: boolean }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const format = useFormat();
  const { openSub } = useSubPage();
  const change = useSwitchRule(serverId);
  const acts = rule.actions.map(({ type }) => t(`autoMod.acts.${type}`));
  const turn = (enabled: boolean) => change.mutate({ rule, enabled }, { onError: (error) => toast(t('autoMod.notSwitched'), error) });
  return (
    <div className="flex items-center gap-3">
      <ListItem
        leading={<Icon icon={kindIcons[rule.trigger.type]} />}
        detail={`${format.list(acts)} · ${t(`autoMod.kinds.${rule.trigger.type}`)}`}
        selected={selected}
        muted={!rule.enabled}
        onClick={() => openSub(rule.id)}
        className="min-w-0 flex-1"
      >
        {rule.name}
      </ListItem>
      <Switch hideLabel label={t('autoMod.switch', { name: rule.name })} checked={rule.enabled} onCheckedChange={turn} />
    </div>
  );
}
