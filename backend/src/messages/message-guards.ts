import { Injectable } from '@nestjs/common';
import type { Message } from '@hearth/contract';
import type { ProblemError } from '../http/problem.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';

/** A text that somebody who may write here wants to send, or to put in the place of another. */
export interface Draft {
  access: ChannelAccess;
  content: string;
  /** The same for every try to send it, and for what is edited later. */
  mark: string;
  isEdit: boolean;
}

export interface Verdict {
  /** Why it is not stored. What was stored at an earlier try stays and answers this one. */
  refusal?: ProblemError;
  /** Called once it is. */
  stored?: (message: Message) => void;
  /** Called when it never will be: refused by something else, or stored already. */
  dropped?: () => void;
}

type Guard = (draft: Draft) => Promise<Verdict | null> | null;

/** Why somebody whom the permissions let write here may not. */
type Rule = (access: ChannelAccess) => Promise<ProblemError | null> | null;

/** What else decides on a text beside the permissions of its author. Features that do register themselves; each is asked before it is stored. */
@Injectable()
export class MessageGuards {
  private readonly guards: Guard[] = [];
  private readonly rules: Rule[] = [];

  add(guard: Guard): void {
    this.guards.push(guard);
  }

  addRule(rule: Rule): void {
    this.rules.push(rule);
  }

  /** @throws what a rule refuses with */
  async requireWelcome(access: ChannelAccess): Promise<void> {
    for (const rule of this.rules) {
      const refusal = await rule(access);
      if (refusal) throw refusal;
    }
  }

  /** Asks one after the other, until one refuses. */
  async judge(draft: Draft): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const guard of this.guards) {
      const verdict = await guard(draft);
      if (verdict) verdicts.push(verdict);
      if (verdict?.refusal) break;
    }
    return verdicts;
  }
}
