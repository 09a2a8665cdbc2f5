import type { Page } from '@playwright/test';

export interface Frames {
  count: number;
  /** Milliseconds from one frame to the next. */
  median: number;
  p99: number;
  longest: number;
  /** Frames that took longer than 50 ms. */
  slow: number;
  /** Times at which script or layout held the page for more than 50 ms. */
  longTasks: number;
  /** The most rows that stood in the page at once. */
  rows: number;
}

interface Recording {
  gaps: number[];
  longTasks: number;
  rows: number;
  stop: () => void;
}

declare global {
  interface Window {
    recording?: Recording;
  }
}

function beginInPage(): void {
  const recording: Recording = { gaps: [], longTasks: 0, rows: 0, stop: () => undefined };
  const tasks = new PerformanceObserver((list) => (recording.longTasks += list.getEntries().length));
  tasks.observe({ entryTypes: ['longtask'] });
  let last: number | null = null;
  let frame = 0;
  const note = (now: number): void => {
    if (last !== null) recording.gaps.push(now - last);
    last = now;
    recording.rows = Math.max(recording.rows, document.querySelectorAll('[data-conversation-list] [data-row]').length);
    frame = requestAnimationFrame(note);
  };
  frame = requestAnimationFrame(note);
  recording.stop = () => {
    cancelAnimationFrame(frame);
    tasks.disconnect();
  };
  window.recording = recording;
}

function endInPage(): Omit<Frames, 'median' | 'p99' | 'longest' | 'slow' | 'count'> & { gaps: number[] } {
  const { gaps = [], longTasks = 0, rows = 0, stop } = window.recording ?? {};
  stop?.();
  return { gaps, longTasks, rows };
}

/** Every frame that the page draws while something is done with it. */
export async function recordFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(beginInPage);
  await act();
  const { gaps, ...rest } = await page.evaluate(endInPage);
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { count: sorted.length, median: at(0.5), p99: at(0.99), longest: at(1), slow: gaps.filter((gap) => gap > 50).length, ...rest };
}
