import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { Kbd } from './Kbd';
import type { ActiveTooltip } from './active-tooltip';

export function TooltipBody({ open, tooltip }: { open: boolean; tooltip: ActiveTooltip }) {
  return (
    <BaseTooltip.Root open={open}>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner anchor={tooltip.anchor} side={tooltip.side} sideOffset={8} collisionPadding={8}>
          <BaseTooltip.Popup
            data-tooltip-popup=""
            className="flex max-w-menu items-center gap-2 rounded-card bg-popover px-2.5 py-1.5 text-ui text-fg shadow-float transition-opacity duration-fast data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <span className="wrap-anywhere">{tooltip.content}</span>
            {tooltip.shortcut && <Kbd keys={tooltip.shortcut} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
