export interface Appearance {
  theme: 'system' | 'light' | 'dark';
  /** `system` follows the operating system. */
  contrast: 'system' | 'normal' | 'high';
  /** 12 to 24; everything on the page scales with it. 16 is the size people know. */
  fontSize: number;
  motion: 'system' | 'full' | 'reduced';
  dir: 'ltr' | 'rtl';
  /** BCP 47. */
  lang: string;
}

export const FONT_SIZE = { min: 12, max: 24, normal: 16 } as const;

/** Read by public/appearance.js before the first paint. */
const STORAGE_KEY = 'hearth.appearance';

interface RootState {
  attributes: Record<string, string>;
  fontSize: string;
}

/** What the root element carries; tokens.css answers to it. */
export function rootStateOf(appearance: Appearance): RootState {
  const size = Math.min(FONT_SIZE.max, Math.max(FONT_SIZE.min, appearance.fontSize));
  return {
    attributes: {
      'data-theme': appearance.theme,
      'data-contrast': appearance.contrast,
      'data-motion': appearance.motion,
      dir: appearance.dir,
      lang: appearance.lang,
    },
    // In percent, so that a size set in the browser still counts.
    fontSize: `${(size / FONT_SIZE.normal) * 100}%`,
  };
}

/** Applies the choices to the page and keeps them for the next first paint. */
export function applyAppearance(appearance: Appearance): void {
  const state = rootStateOf(appearance);
  const root = document.documentElement;
  for (const [name, value] of Object.entries(state.attributes)) root.setAttribute(name, value);
  root.style.fontSize = state.fontSize;
  tintBrowser(root);
  remember(state);
}

/** Phones colour their bars from the page's theme. */
function tintBrowser(root: HTMLElement): void {
  const colour = getComputedStyle(root).backgroundColor;
  document.querySelectorAll('meta[name="theme-color"]').forEach((meta) => meta.setAttribute('content', colour));
}

function remember(state: RootState): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(state));
  } catch {
    // Storage can be full or blocked; the page then starts in the system's theme.
  }
}
