import { parseOklch, type LinearColour } from './oklch';

export interface Theme {
  name: string;
  colour: (token: string) => LinearColour;
}

type Declarations = Map<string, string>;

const LIGHT_DARK = /^light-dark\(\s*(oklch\([^)]*\))\s*,\s*(oklch\([^)]*\))\s*\)$/;
const ALIAS = /^var\(--color-([a-z-]+)\)$/;

/** The body of the first block that begins with `head`, braces within it balanced. */
function blockOf(css: string, head: string): string {
  const start = css.indexOf(head);
  if (start < 0) throw new Error(`tokens.css has no ${head}`);
  const open = css.indexOf('{', start);
  let depth = 0;
  for (let index = open; index < css.length; index += 1) {
    if (css[index] === '{') depth += 1;
    if (css[index] === '}') depth -= 1;
    if (depth === 0) return css.slice(open + 1, index);
  }
  throw new Error(`${head} is not closed`);
}

function colourDeclarations(block: string): Declarations {
  const found = block.matchAll(/--color-([a-z-]+):\s*([^;]+);/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ').trim()]));
}

function resolve(token: string, side: 'light' | 'dark', layers: readonly Declarations[]): LinearColour {
  const value = layers.map((layer) => layer.get(token)).find((found) => found !== undefined);
  if (value === undefined) throw new Error(`No token --color-${token}`);
  const alias = ALIAS.exec(value);
  if (alias) return resolve(alias[1] ?? '', side, layers);
  const pair = LIGHT_DARK.exec(value);
  if (!pair) throw new Error(`--color-${token} is neither light-dark(oklch, oklch) nor an alias: ${value}`);
  return parseOklch((side === 'light' ? pair[1] : pair[2]) ?? '');
}

/** The four themes of tokens.css, and the names of all its colours. */
export function readTokens(source: string): { themes: Theme[]; names: string[] } {
  const css = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const normal = colourDeclarations(blockOf(css, '@theme static'));
  const high = colourDeclarations(blockOf(css, '@variant high-contrast'));
  const theme = (name: string, side: 'light' | 'dark', layers: Declarations[]): Theme => ({
    name,
    colour: (token) => resolve(token, side, layers),
  });
  return {
    themes: [
      theme('light', 'light', [normal]),
      theme('dark', 'dark', [normal]),
      theme('light, high contrast', 'light', [high, normal]),
      theme('dark, high contrast', 'dark', [high, normal]),
    ],
    names: [...normal.keys()],
  };
}
