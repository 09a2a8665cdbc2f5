import type { Plugin } from 'vite';

/** What the library makes of itself for those who call it by its own name: an instance, and functions with properties. */
const OWN_INSTANCE = /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\(.*(?=export\{)/s;
const EXPORTS = /export\{[^}]*\}/;
const USED = ['Lexer', 'Tokenizer'];

/**
 * Messages are taken apart by marked and put together by React. The instance that the library makes when it is loaded keeps all that
 * writes HTML alive, a quarter of it, in the way of the first message: it is cut out, and what only it used falls away.
 */
export function leanMarked(): Plugin {
  return {
    name: 'hearth:lean-marked',
    transform: {
      filter: { id: /\/marked\/lib\/marked\.esm\.js$/ },
      handler(code) {
        const exported = EXPORTS.exec(code)?.[0] ?? '';
        const kept = USED.map((name) => new RegExp(`\\w+ as ${name}\\b`).exec(exported)?.[0]);
        if (!OWN_INSTANCE.test(code) || kept.includes(undefined))
          this.error('marked is built differently now: vite/lean-marked.ts has to follow');
        return { code: code.replace(OWN_INSTANCE, '').replace(EXPORTS, `export{${kept.join()}}`), map: null };
      },
    },
  };
}
