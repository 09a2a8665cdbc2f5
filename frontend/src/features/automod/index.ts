/**
 * AutoMod: rules of a server that look at messages and at who joins.
 *
 * - `useAutoMod(serverId)`: the rules, the oldest first, and the raid that lasts, if one does.
 * - `useRuleTest(serverId, trigger, content)`: what a rule that is being written would find in a text.
 * - `rule-draft`: a rule as a form holds it, with what is wrong with it, and back.
 * - Mutations answer with the rule; the list follows by itself. `useEndRaid` says that a raid is over.
 */
export { useCreateRule, useDeleteRule, useEndRaid, useSwitchRule, useUpdateRule } from './mutations';
export { useAutoMod, useRuleTest } from './queries';
