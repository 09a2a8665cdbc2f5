import { limits } from '@hearth/contract';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Checkbox, Picker, TextField } from '@/ui';
import { useCan, type HeldServer } from '@/features/servers';
import { DurationSelect } from './DurationSelect';
import type { PartProps } from './fields';
import { useChannelItems } from './use-channel-items';

interface ActionFieldsProps extends PartProps {
  server: HeldServer;
  isRaid: boolean;
}

/** What is done about what the rule finds. */
export function ActionFields({ server, isRaid, ...part }: ActionFieldsProps) {
  const { t } = useTranslation();
  const { draft, change, faults } = part;
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-4 text-body font-semibold">{t('autoMod.then')}</legend>
      {faults.actions && (
        <p role="alert" className="text-ui text-danger-text">
          {faults.actions}
        </p>
      )}
      {isRaid ? (
        <Checkbox
          label={t('autoMod.pause')}
          hint={t('autoMod.pauseHint')}
          checked={draft.pausesInvites}
          onCheckedChange={(pausesInvites) => change({ pausesInvites })}
        />
      ) : (
        <Block {...part} />
      )}
      <Alert {...part} server={server} />
      <Timeout {...part} server={server} isRaid={isRaid} />
    </fieldset>
  );
}

/** A choice with what belongs to it under it, once it is made. */
function Choice({ choice, shown, children }: { choice: ReactNode; shown: boolean; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      {choice}
      {shown && <div className="ps-7.5">{children}</div>}
    </div>
  );
}

function Block({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const choice = (
    <Checkbox
      label={t('autoMod.block')}
      hint={t('autoMod.blockHint')}
      checked={draft.blocks}
      onCheckedChange={(blocks) => change({ blocks })}
    />
  );
  return (
    <Choice choice={choice} shown={draft.blocks}>
      <TextField
        label={t('autoMod.message')}
        optional
        dir={autoDir(draft.message)}
        autoComplete="off"
        maxLength={limits.autoMod.messageLength}
        placeholder={t('errors.AUTOMOD_BLOCKED')}
        value={draft.message}
        onValueChange={(message) => change({ message })}
      />
    </Choice>
  );
}

function Alert({ server, draft, change, faults }: PartProps & { server: HeldServer }) {
  const { t } = useTranslation();
  const channels = useChannelItems(server.id, { holdsMessages: true });
  const choice = (
    <Checkbox
      label={t('autoMod.alert')}
      hint={t('autoMod.alertHint')}
      checked={draft.alerts}
      onCheckedChange={(alerts) => change({ alerts })}
    />
  );
  return (
    <Choice choice={choice} shown={draft.alerts}>
      <Picker
        label={t('autoMod.alertChannel')}
        placeholder={t('autoMod.alertChannelPlaceholder')}
        items={channels.items}
        value={draft.alertChannelId === null ? null : channels.itemOf(draft.alertChannelId)}
        onValueChange={(item) => change({ alertChannelId: item?.value ?? null })}
        error={faults.alertChannel}
      />
    </Choice>
  );
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function Timeout({ server, isRaid, draft, change }: PartProps & { server: HeldServer; isRaid: boolean }) {
  const { t } = useTranslation();
  const mayTimeOut = useCan(server.id, 'TIMEOUT_MEMBERS');
  const hint = isRaid ? t('autoMod.timeoutRaidHint') : t('autoMod.timeoutHint');
  const choice = (
    <Checkbox
      label={t('autoMod.timeout')}
      hint={mayTimeOut ? hint : t('autoMod.mayNotTimeOut')}
      // Whoever may not time out may still take it out of a rule.
      disabled={!mayTimeOut && !draft.timesOut}
      checked={draft.timesOut}
      onCheckedChange={(timesOut) => change({ timesOut })}
    />
  );
  return (
    <Choice choice={choice} shown={draft.timesOut}>
      <DurationSelect
        label={t('autoMod.timeoutFor')}
        disabled={!mayTimeOut}
        choices={[MINUTE, 5 * MINUTE, 10 * MINUTE, HOUR, DAY, 7 * DAY, limits.timeoutDays * DAY]}
        value={draft.timeout}
        onValueChange={(timeout) => change({ timeout })}
      />
    </Choice>
  );
}
