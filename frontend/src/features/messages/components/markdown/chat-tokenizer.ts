import { Tokenizer, type MarkedOptions, type Tokens } from 'marked';

/** Deeper quotes and lists are shown as they were typed. */
const MAX_BLOCK_DEPTH = 6;

/**
 * Markdown as people write it in a chat: what would swallow text or surprise in a line of talk (HTML, tables, reference links, rules,
 * underlined headings, indented code) stays text. A tokenizer that answers undefined says "not mine".
 */
class ChatTokenizer extends Tokenizer {
  #depth = 0;

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#nested(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#nested(() => super.list(src));
  }

  override code(): undefined {}
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override reflink(): undefined {}
  override table(): undefined {}
  override hr(): undefined {}
  override lheading(): undefined {}

  #nested<T>(tokenize: () => T): T | undefined {
    if (this.#depth >= MAX_BLOCK_DEPTH) return undefined;
    this.#depth += 1;
    try {
      return tokenize();
    } finally {
      this.#depth -= 1;
    }
  }
}

const MENTION = /^<(@&?|#)([1-9]\d{0,18})>/;
const EMOJI = /^<a?:(\w{2,32}):([1-9]\d{0,18})>/;
const EVERYONE = /^@(?:everyone|here)(?![\p{L}\p{N}_])/u;
const WORD_END = /[\p{L}\p{N}_]$/u;
/** Not inside a word, as in an address. */
const NEXT_MARK = /<(?:(?:@&?|#)[1-9]|a?:\w)|(?<![\p{L}\p{N}_])@(?:everyone|here)(?![\p{L}\p{N}_])/u;

const SPOILER = /^\|\|(?!\|)([\s\S]*?[^|\s])\s*\|\|/;

/** `||hidden until asked for||`, and the marks of mentions and emoji as in the contract. */
export const chatOptions = (): MarkedOptions => ({
  gfm: true,
  breaks: true,
  tokenizer: new ChatTokenizer(),
  extensions: {
    renderers: {},
    childTokens: {},
    startInline: [(src) => src.indexOf('||'), (src) => src.search(NEXT_MARK)],
    inline: [
      function spoiler(src) {
        const match = SPOILER.exec(src);
        if (!match) return undefined;
        return { type: 'spoiler', raw: match[0], tokens: this.lexer.inlineTokens((match[1] ?? '').trimStart()) };
      },
      function mention(src) {
        const [raw, sign, id] = MENTION.exec(src) ?? [];
        return raw === undefined ? undefined : { type: 'mention', raw, sign, id };
      },
      function customEmoji(src) {
        const [raw, name, id] = EMOJI.exec(src) ?? [];
        return raw === undefined ? undefined : { type: 'emoji', raw, name, id };
      },
      function everyone(src, tokens) {
        const before = tokens.at(-1);
        const isInWord = before?.type === 'text' && WORD_END.test(before.raw);
        const raw = EVERYONE.exec(src)?.[0];
        return raw === undefined || isInWord ? undefined : { type: 'everyone', raw };
      },
    ],
  },
});
