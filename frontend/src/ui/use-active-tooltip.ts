import { useEffect, useState } from 'react';
import { isTooltipPopup, tooltipAt, type ActiveTooltip } from './active-tooltip';

const OPEN_MS = 500;
/** The way from the control to the tooltip, so that the pointer can move onto it. */
const CLOSE_MS = 80;
/** Shortly after one was shown, the next comes at once. */
const WARM_MS = 400;

interface TooltipState {
  open: boolean;
  /** The last one shown stays known while it fades. */
  tooltip: ActiveTooltip | null;
}

/**
 * One pair of listeners for all tooltips of the page: on hover after a pause, on keyboard focus at once, and gone with
 * Escape or a press. A tooltip per control would cost a hundred times as much in a long conversation.
 */
export function useActiveTooltip(): TooltipState {
  const [state, setState] = useState<TooltipState>({ open: false, tooltip: null });
  useEffect(() => {
    const controller = new TooltipController(setState);
    return () => controller.stop();
  }, []);
  return state;
}

class TooltipController {
  private readonly listeners = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: ActiveTooltip | null = null;
  private closedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly publish: (update: (before: TooltipState) => TooltipState) => void) {
    const options = { signal: this.listeners.signal, capture: true, passive: true };
    document.addEventListener('pointerover', (event) => this.onPointer(event), options);
    document.addEventListener('focusin', (event) => this.onFocus(event), options);
    document.addEventListener('focusout', () => this.close(), options);
    document.addEventListener('pointerdown', () => this.close(), options);
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.close(), options);
    document.addEventListener('scroll', () => this.current && this.close(), options);
    document.documentElement.addEventListener('pointerleave', () => this.close(), options);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.listeners.abort();
  }

  private onPointer(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const next = tooltipAt(event.target);
    const onCurrent = this.current !== null && (isTooltipPopup(event.target) || next?.anchor === this.current.anchor);
    clearTimeout(this.timer);
    if (onCurrent) return;
    if (next) this.openSoon(next);
    else this.timer = setTimeout(() => this.close(), CLOSE_MS);
  }

  private openSoon(next: ActiveTooltip): void {
    const warm = this.current !== null || performance.now() - this.closedAt < WARM_MS;
    if (this.current) this.close();
    this.timer = setTimeout(() => this.open(next), warm ? 0 : OPEN_MS);
  }

  private onFocus(event: FocusEvent): void {
    const next = tooltipAt(event.target);
    if (next?.anchor.matches(':focus-visible')) this.open(next);
  }

  private open(tooltip: ActiveTooltip): void {
    clearTimeout(this.timer);
    if (!tooltip.anchor.isConnected) return;
    // What it says may have been loaded while it waited.
    const shown = tooltipAt(tooltip.anchor) ?? tooltip;
    this.current = shown;
    this.publish(() => ({ open: true, tooltip: shown }));
  }

  private close(): void {
    clearTimeout(this.timer);
    if (!this.current) return;
    this.current = null;
    this.closedAt = performance.now();
    this.publish((before) => ({ ...before, open: false }));
  }
}
