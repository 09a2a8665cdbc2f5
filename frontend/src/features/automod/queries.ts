import type { AutoModRule, AutoModTextTrigger, Raid } from '@hearth/contract';
import { type UseQueryResult, keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '@/api';

export interface AutoMod {
  rules: AutoModRule[];
  raid: Raid | null;
}

export const autoModKey = (serverId: string) => ['automod', serverId] as const;

/** Nothing tells of what others do to the rules, so they are loaded anew whenever they are shown. */
const FRESH = { staleTime: 0, gcTime: 10 * 60_000 } as const;

export const useAutoMod = (serverId: string): UseQueryResult<AutoMod> =>
  useQuery({ queryKey: autoModKey(serverId), queryFn: () => call('listAutoModRules', { params: { serverId } }), ...FRESH });

/** What a rule that is being written finds in a text; idle while there is none, or nothing to look for. */
export const useRuleTest = (
  serverId: string,
  trigger: AutoModTextTrigger | null,
  content: string,
): UseQueryResult<{ matched: string | null }> =>
  useQuery({
    queryKey: ['automod-test', serverId, trigger, content],
    queryFn: async () => {
      if (!trigger) throw new Error('there is nothing to look for');
      return call('testAutoModRule', { params: { serverId }, body: { trigger, content } });
    },
    enabled: trigger !== null && content.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
    ...FRESH,
  });
