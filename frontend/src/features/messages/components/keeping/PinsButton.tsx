import type { Channel } from '@hearth/contract';
import { Pin } from 'lucide-react';
import { Suspense, useState } from 'react';
import { managementScreen, useTranslation } from '@/i18n';
import { IconButton, Popover } from '@/ui';

const PinsPanel = managementScreen(() => import('./PinsPanel'));

/** What a channel keeps at hand, behind a button in its head. */
export default function PinsButton({ channel, canPin }: { channel: Channel; canPin: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t('kept.pins')}
      align="end"
      className="flex max-h-[min(36rem,70dvh)] w-[min(26rem,calc(100vw-1.5rem))] flex-col"
      trigger={<IconButton icon={Pin} label={t('kept.pins')} tooltipSide="bottom" />}
    >
      <Suspense fallback={<div className="h-40" />}>
        <PinsPanel channel={channel} canPin={canPin} onGone={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}
