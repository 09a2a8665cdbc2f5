import type { AutoModTrigger } from '@hearth/contract';
import { foldText, plainText } from './fold-text.js';
import { inviteLinks } from './invite-links.js';
import { KeywordRules } from './keyword-rules.js';
import { countMentions } from './mentions.js';
import { PatternFault, PatternRule } from './patterns.js';

interface HasTrigger {
  trigger: AutoModTrigger;
}

/** A rule that found something. `matched`: the piece of text, or what there was too much of. */
export interface Match<R> {
  rule: R;
  matched: string;
}

/** What a text alone does not tell. */
export interface Surroundings<R> {
  /** Those of the codes that invite into the server itself. */
  ownInvites(codes: string[]): Promise<ReadonlySet<string>>;
  /** How often the author has sent this text within so many seconds, this time included. */
  timesSent(rule: R, folded: string, seconds: number): Promise<number>;
}

interface Text {
  content: string;
  plain: string;
  folded: string;
}

const MAX_MATCHED = 200;

/** The rules of one server, ready to be held against texts. */
export class RuleSet<R extends HasTrigger> {
  private constructor(
    private readonly rules: readonly R[],
    /** By place among the rules. */
    private readonly keywords: KeywordRules,
    private readonly patterns: ReadonlyMap<R, PatternRule>,
  ) {}

  static async build<R extends HasTrigger>(rules: readonly R[]): Promise<RuleSet<R>> {
    const lists = rules.map(({ trigger }) => (trigger.type === 'KEYWORD' ? trigger : { keywords: [], allowed: [] }));
    const patterns = rules.flatMap((rule): [R, PatternRule][] => {
      const compiled = compile(rule.trigger);
      return compiled ? [[rule, compiled]] : [];
    });
    return new RuleSet(rules, await KeywordRules.build(lists), new Map(patterns));
  }

  /** The rules that find something, in their order, of those that are to be asked. */
  async find(content: string, isAsked: (rule: R) => boolean, surroundings: Surroundings<R>): Promise<Match<R>[]> {
    const text: Text = { content, plain: plainText(content), folded: foldText(content) };
    const words = this.keywords.find(text.folded);
    const found = await Promise.all(
      this.rules.map(async (rule, place) => {
        if (!isAsked(rule)) return [];
        const matched = words.get(place) ?? (await this.ask(rule, text, surroundings));
        return matched === null ? [] : [{ rule, matched: matched.slice(0, MAX_MATCHED).toWellFormed() }];
      }),
    );
    return found.flat();
  }

  private async ask(rule: R, text: Text, surroundings: Surroundings<R>): Promise<string | null> {
    const { trigger } = rule;
    switch (trigger.type) {
      case 'PATTERN':
        return this.askPatterns(rule, text);
      case 'MENTION_SPAM': {
        const mentions = countMentions(text.plain);
        return mentions > trigger.limit ? `${mentions}` : null;
      }
      case 'REPEATED_TEXT': {
        const times = await surroundings.timesSent(rule, text.folded, trigger.seconds);
        return times >= trigger.count ? `${times}` : null;
      }
      case 'INVITE_LINK':
        return askInvites(text, trigger.allowOwn, surroundings);
      default:
        return null;
    }
  }

  /** Accents and lookalikes are no way around a pattern; one that asks for them finds them all the same. */
  private askPatterns(rule: R, { plain, folded }: Text): string | null {
    const patterns = this.patterns.get(rule);
    const matched = patterns?.find(plain) ?? null;
    return matched === null && folded !== plain.toLowerCase() ? (patterns?.find(folded) ?? null) : matched;
  }
}

async function askInvites<R>({ plain }: Text, allowOwn: boolean, surroundings: Surroundings<R>): Promise<string | null> {
  const links = inviteLinks(plain);
  const codes = allowOwn ? links.flatMap(({ code }) => code ?? []) : [];
  const own = codes.length > 0 ? await surroundings.ownInvites(codes) : new Set<string>();
  return links.find(({ code }) => code === null || !own.has(code))?.text ?? null;
}

/** A pattern that was stored once but is beyond what is allowed now finds nothing. */
function compile(trigger: AutoModTrigger): PatternRule | null {
  if (trigger.type !== 'PATTERN') return null;
  try {
    return new PatternRule(trigger.patterns, trigger.allowed);
  } catch (fault) {
    if (fault instanceof PatternFault) return null;
    throw fault;
  }
}
