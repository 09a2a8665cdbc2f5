import type { AutoModAction, AutoModRule, AutoModTrigger } from '@hearth/contract';
import { AutoModService } from '../../src/automod/automod.service.js';
import type { TestApp } from '../harness.js';
import { buildServer, type TestServer } from './servers.js';

interface RuleInput {
  server?: TestServer;
  trigger?: AutoModTrigger;
  actions?: AutoModAction[];
  exemptRoleIds?: string[];
  exemptChannelIds?: string[];
}

export const BLOCK: AutoModAction = { type: 'BLOCK', message: '' };

/** Blocks the word `forbidden` if nothing else is said. */
export async function buildRule(
  hearth: TestApp,
  { server, trigger = { type: 'KEYWORD', keywords: ['forbidden'], allowed: [] }, actions = [BLOCK], ...exempt }: RuleInput = {},
): Promise<AutoModRule> {
  const { id, owner } = server ?? (await buildServer(hearth));
  const input = { name: 'Rule', enabled: true, trigger, actions, exemptRoleIds: [], exemptChannelIds: [], ...exempt };
  return hearth.get(AutoModService).create(owner, id, input);
}
