import { Suspense } from 'react';
import { TooltipBody } from './lazy-overlays';
import { useActiveTooltip } from './use-active-tooltip';

/** Shows whichever tooltip is due. */
export default function TooltipLayer() {
  const { open, tooltip } = useActiveTooltip();
  return (
    tooltip && (
      <Suspense>
        <TooltipBody open={open} tooltip={tooltip} />
      </Suspense>
    )
  );
}
