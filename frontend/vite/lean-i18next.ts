import type { Plugin } from 'vite';

interface Cut {
  found: RegExp;
  /** What stands there instead. */
  left?: string;
}

const topLevel = (head: string): RegExp => new RegExp(`^${head}\\b[^]*?^\\}\\n`, 'm');
const method = (name: string): RegExp => new RegExp(`^  ${name}\\([^\\n]*\\) \\{\\n[^]*?^  \\}\\n`, 'm');

/** What serves neither texts that are given to `init` and `addResourceBundle` nor the sentences that Hearth has. */
const CUTS: Cut[] = [
  // Texts from a backend that the library asks itself.
  { found: topLevel('class Connector'), left: 'class Connector extends EventEmitter {\n  state = {};\n}\n' },
  { found: method('reloadResources') },
  { found: /,\n\s*reloadResources: this\.reloadResources\.bind\(this\)/ },
  { found: method('loadLanguages') },
  { found: method('hydrate') },
  { found: method('cloneInstance') },
  { found: method('toJSON') },
  // Keys as functions, formats and other texts within a text, the direction of any language.
  { found: topLevel('function keysFromSelector'), left: 'function keysFromSelector(key) {\n  return key;\n}\n' },
  { found: topLevel('class Formatter'), left: 'class Formatter {\n  format(value) {\n    return value;\n  }\n}\n' },
  { found: method('nest'), left: '  nest(text) {\n    return text;\n  }\n' },
  { found: method('dir') },
  // Hints for developers: those read them where the library is whole, in the tests and with `npm run dev`.
  {
    found: topLevel('class Logger'),
    left: `class Logger {\n  ${['init', 'log', 'warn', 'error', 'once', 'deprecate'].map((name) => `${name}() {}`).join('\n  ')}\n  create() {\n    return this;\n  }\n}\n`,
  },
];

const HINT = /^(\s*(?:if \([^\n]*\) )?)this\.logger\.(?:warn|log|error|once|deprecate)\((?![^\n]*\belse\b)[^\n]*\);$/gm;

/** @throws when the library is written differently than it was */
export function leanI18next(code: string): string {
  const cut = CUTS.reduce((text, { found, left = '' }) => {
    if (!found.test(text)) throw new Error(`i18next is written differently now, vite/lean-i18next.ts has to follow: ${found.source}`);
    return text.replace(found, left);
  }, code);
  return cut.replace(HINT, (_, head: string) => (head.trim() === '' ? '' : `${head};`));
}

/** A third of i18next is for what Hearth does otherwise or not at all, and would stand in the way of the first message. */
export const withLeanI18next = (): Plugin => ({
  name: 'hearth:lean-i18next',
  apply: 'build',
  transform: {
    filter: { id: /\/i18next\/dist\/esm\/i18next\.js$/ },
    handler: (code) => ({ code: leanI18next(code), map: null }),
  },
});
