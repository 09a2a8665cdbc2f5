import * as z from 'zod';
import { autoModTriggerTypes } from './automod-kinds.js';
import { id, seq, timestamp } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { longText, nameText } from './text.js';

const { autoMod } = limits;

const unique = (values: readonly string[]) => new Set(values).size === values.length;

/** What a keyword matches, by where its asterisks stand: `word`, `word*`, `*word`, `*word*`. */
const keyword = nameText(1, autoMod.keywordLength).refine((text) => /[^*\s]/u.test(text), { error: 'must not be asterisks alone' });
const allowed = z.array(keyword).max(autoMod.allowedPerRule).default([]);
const pattern = longText(1, autoMod.patternLength);

/** Whole words or phrases; an asterisk at an end stands for the rest of a word. Case, accents and invisible characters make no difference. */
const keywordTrigger = z.object({
  type: z.literal('KEYWORD'),
  keywords: z.array(keyword).min(1).max(autoMod.keywordsPerRule),
  /** What is let through although a keyword is part of it. */
  allowed,
});

/** Regular expressions in RE2's syntax, which has no backreferences and needs time proportional to the text. Case makes no difference. */
const patternTrigger = z.object({ type: z.literal('PATTERN'), patterns: z.array(pattern).min(1).max(autoMod.patternsPerRule), allowed });

/** More than `limit` different mentions in one message. */
const mentionTrigger = z.object({ type: z.literal('MENTION_SPAM'), limit: z.number().int().min(1).max(autoMod.mentions) });

/** The same text from one member, in any channels, for the `count`th time within `seconds`. */
const repeatTrigger = z.object({
  type: z.literal('REPEATED_TEXT'),
  count: z.number().int().min(2).max(autoMod.repeats),
  seconds: z.number().int().min(5).max(autoMod.repeatSeconds),
});

/** Links that invite into other communities. */
const inviteTrigger = z.object({ type: z.literal('INVITE_LINK'), allowOwn: z.boolean() });

/** `joins` accounts younger than `accountAge` seconds came within `seconds`. What follows lasts `minutes` from the last time that this holds. */
const raidTrigger = z.object({
  type: z.literal('RAID'),
  joins: z.number().int().min(2).max(autoMod.raidJoins),
  seconds: z.number().int().min(5).max(autoMod.raidSeconds),
  accountAge: z.number().int().min(60).max(autoMod.raidAccountAge),
  minutes: z.number().int().min(1).max(autoMod.raidMinutes),
});

const textTriggers = [keywordTrigger, patternTrigger, mentionTrigger, inviteTrigger] as const;

export const autoModTrigger = z
  .discriminatedUnion('type', [...textTriggers, repeatTrigger, raidTrigger])
  .meta({ id: 'AutoModTrigger', description: 'What a rule looks for' });
export type AutoModTrigger = z.infer<typeof autoModTrigger>;

/** What one text can be held against. */
const testableTrigger = z.discriminatedUnion('type', textTriggers).meta({ id: 'AutoModTextTrigger' });
export type AutoModTextTrigger = z.infer<typeof testableTrigger>;

export const autoModAction = z
  .discriminatedUnion('type', [
    /** The message is not stored; its author reads `message`, or a sentence of the client's if it is empty. */
    z.object({ type: z.literal('BLOCK'), message: longText(0, autoMod.messageLength) }),
    z.object({ type: z.literal('ALERT'), channelId: id }),
    /** In a raid everybody who came and comes meanwhile. */
    z.object({
      type: z.literal('TIMEOUT'),
      seconds: z
        .number()
        .int()
        .min(60)
        .max(limits.timeoutDays * 24 * 3_600),
    }),
    /** In a raid: nobody comes in by an invite until it is over. */
    z.object({ type: z.literal('PAUSE_INVITES') }),
  ])
  .meta({ id: 'AutoModAction' });
export type AutoModAction = z.infer<typeof autoModAction>;

const actions = z
  .array(autoModAction)
  .min(1)
  .refine((list) => unique(list.map(({ type }) => type)), { error: 'must not name an action twice' });
const exemptions = (max: number) => z.array(id).max(max).refine(unique, { error: 'must not repeat itself' });
const name = nameText(1, autoMod.nameLength);

export const autoModRule = z
  .object({
    id,
    serverId: id,
    name: z.string(),
    enabled: z.boolean(),
    trigger: autoModTrigger,
    actions: z.array(autoModAction),
    /** Nobody with one of these is looked at, and nothing in these channels, their threads, or the channels of these categories. */
    exemptRoleIds: z.array(id),
    exemptChannelIds: z.array(id),
    creatorId: id.nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'AutoModRule', description: 'Those with MANAGE_SERVER or ADMINISTRATOR are exempt from every rule' });
export type AutoModRule = z.infer<typeof autoModRule>;

const ruleFields = z.object({
  name,
  enabled: z.boolean(),
  trigger: autoModTrigger,
  actions,
  exemptRoleIds: exemptions(autoMod.exemptions),
  exemptChannelIds: exemptions(autoMod.exemptions),
});

export const createAutoModRuleBody = ruleFields
  .extend({
    enabled: z.boolean().default(true),
    exemptRoleIds: ruleFields.shape.exemptRoleIds.default([]),
    exemptChannelIds: ruleFields.shape.exemptChannelIds.default([]),
  })
  .meta({ id: 'CreateAutoModRule' });
export type CreateAutoModRule = z.output<typeof createAutoModRuleBody>;

export const updateAutoModRuleBody = ruleFields
  .partial()
  .meta({ id: 'UpdateAutoModRule', description: 'The kind of a rule cannot change' });
export type UpdateAutoModRule = z.output<typeof updateAutoModRuleBody>;

export const raid = z
  .object({ ruleId: id.nullable(), startedAt: timestamp, until: timestamp, invitesPaused: z.boolean() })
  .meta({ id: 'Raid', description: 'A raid that lasts: who comes now is treated as its rule says' });
export type Raid = z.infer<typeof raid>;

/** What moderators read about a message that a rule caught. `messageId`, `seq`: where it stands, if it was not blocked. */
export const autoModAlert = z
  .object({
    kind: z.literal('AUTOMOD'),
    ruleId: id,
    ruleName: z.string(),
    trigger: z.enum(autoModTriggerTypes),
    channelId: id,
    messageId: id.nullable(),
    seq: seq.nullable(),
    content: z.string(),
    matched: z.string(),
    timeoutUntil: timestamp.nullable(),
  })
  .meta({ id: 'AutoModAlert' });
export type AutoModAlert = z.infer<typeof autoModAlert>;

/** What moderators read when a raid begins; the author of the message is the last who came. */
export const raidAlert = z
  .object({
    kind: z.literal('RAID'),
    ruleId: id,
    ruleName: z.string(),
    joins: z.number().int(),
    seconds: z.number().int(),
    until: timestamp,
    invitesPaused: z.boolean(),
  })
  .meta({ id: 'RaidAlert' });
export type RaidAlert = z.infer<typeof raidAlert>;

const tag = 'automod';
const serverParams = z.object({ serverId: id });
const ruleParams = z.object({ serverId: id, ruleId: id });

export const listAutoModRules = route({
  method: 'GET',
  path: '/servers/:serverId/automod/rules',
  tag,
  summary: 'The rules of AutoMod, the oldest first, and the raid that lasts; needs MANAGE_SERVER',
  params: serverParams,
  response: z.object({ rules: z.array(autoModRule), raid: raid.nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const createAutoModRule = route({
  method: 'POST',
  path: '/servers/:serverId/automod/rules',
  tag,
  summary: 'Make a rule; needs MANAGE_SERVER, and TIMEOUT_MEMBERS for one that times out',
  params: serverParams,
  bodyBytes: limits.listsBytes,
  body: createAutoModRuleBody,
  response: autoModRule,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED'],
});

export const updateAutoModRule = route({
  method: 'PATCH',
  path: '/servers/:serverId/automod/rules/:ruleId',
  tag,
  summary: 'Change a rule; needs MANAGE_SERVER, and TIMEOUT_MEMBERS to make it time out',
  params: ruleParams,
  bodyBytes: limits.listsBytes,
  body: updateAutoModRuleBody,
  response: autoModRule,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const deleteAutoModRule = route({
  method: 'DELETE',
  path: '/servers/:serverId/automod/rules/:ruleId',
  tag,
  summary: 'Delete a rule; needs MANAGE_SERVER',
  params: ruleParams,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const testAutoModRule = route({
  method: 'POST',
  path: '/servers/:serverId/automod/test',
  tag,
  summary: 'What a rule that is being written would find in a text; needs MANAGE_SERVER',
  params: serverParams,
  bodyBytes: limits.listsBytes,
  body: z.object({ trigger: testableTrigger, content: longText(1, limits.content) }).meta({ id: 'TestAutoModRule' }),
  response: z.object({ matched: z.string().nullable() }),
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const endRaid = route({
  method: 'DELETE',
  path: '/servers/:serverId/automod/raid',
  tag,
  summary: 'Say that the raid is over: invites work again, and who comes is not timed out; needs MANAGE_SERVER',
  params: serverParams,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const autoModRoutes = { listAutoModRules, createAutoModRule, updateAutoModRule, deleteAutoModRule, testAutoModRule, endRaid };
