import type { Raid } from '@hearth/contract';
import { useState } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Banner, Button, ConfirmDialog } from '@/ui';
import { useEndRaid } from '@/features/automod';

/** Says what a raid that lasts does to who joins, and ends it. */
export function RaidBanner({ serverId, raid }: { serverId: string; raid: Raid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asks, setAsks] = useState(false);
  const time = format.stamp(raid.until);
  return (
    <>
      <Banner
        tone="warning"
        className="rounded-card"
        action={
          <Button size="small" onClick={() => setAsks(true)}>
            {t('autoMod.raid.end')}
          </Button>
        }
      >
        {raid.invitesPaused ? t('autoMod.raid.paused', { time }) : t('autoMod.raid.lasts', { time })}
      </Banner>
      <EndRaidDialog serverId={serverId} open={asks} onOpenChange={setAsks} />
    </>
  );
}

interface EndRaidDialogProps {
  serverId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function EndRaidDialog({ serverId, open, onOpenChange }: EndRaidDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const end = useEndRaid(serverId);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('autoMod.raid.endTitle')}
      description={t('autoMod.raid.endText')}
      confirmLabel={t('autoMod.raid.end')}
      tone="primary"
      busy={end.isPending}
      error={end.error ? errorText(end.error) : undefined}
      onConfirm={() => end.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
