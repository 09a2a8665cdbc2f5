import type { AutoModRule, Request, createAutoModRule, updateAutoModRule } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call, queryClient } from '@/api';
import { type AutoMod, autoModKey } from './queries';

const change = (serverId: string, changed: (held: AutoMod) => AutoMod): void => {
  queryClient.setQueryData<AutoMod>(autoModKey(serverId), (held) => held && changed(held));
};

export const useCreateRule = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof createAutoModRule>['body']) => call('createAutoModRule', { params: { serverId }, body }),
    onSuccess: (rule) => change(serverId, (held) => ({ ...held, rules: [...held.rules, rule] })),
  });

type RuleChange = { rule: AutoModRule } & Request<typeof updateAutoModRule>['body'];

export const useUpdateRule = (serverId: string) =>
  useMutation({
    mutationFn: ({ rule, ...body }: RuleChange) => call('updateAutoModRule', { params: { serverId, ruleId: rule.id }, body }),
    onSuccess: (rule) => replace(serverId, rule),
  });

/** On or off: shows at once, and is taken back when it is refused. */
export const useSwitchRule = (serverId: string) =>
  useMutation({
    mutationFn: ({ rule, enabled }: { rule: AutoModRule; enabled: boolean }) =>
      call('updateAutoModRule', { params: { serverId, ruleId: rule.id }, body: { enabled } }),
    onMutate: ({ rule, enabled }) => replace(serverId, { ...rule, enabled }),
    onSuccess: (rule) => replace(serverId, rule),
    onError: (_, { rule }) => replace(serverId, rule),
    // Switching off the rule of a raid ends it.
    onSettled: () => queryClient.invalidateQueries({ queryKey: autoModKey(serverId) }),
  });

export const useDeleteRule = (serverId: string) =>
  useMutation({
    mutationFn: (ruleId: string) => call('deleteAutoModRule', { params: { serverId, ruleId } }),
    onSuccess: async (_, ruleId) => {
      change(serverId, (held) => ({ ...held, rules: held.rules.filter(({ id }) => id !== ruleId) }));
      await queryClient.invalidateQueries({ queryKey: autoModKey(serverId) });
    },
  });

export const useEndRaid = (serverId: string) =>
  useMutation({
    mutationFn: () => call('endRaid', { params: { serverId } }),
    onSuccess: () => change(serverId, (held) => ({ ...held, raid: null })),
  });

const replace = (serverId: string, rule: AutoModRule): void =>
  change(serverId, (held) => ({ ...held, rules: held.rules.map((one) => (one.id === rule.id ? rule : one)) }));
