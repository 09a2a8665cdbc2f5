import type { Expression } from '@hearth/contract';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { call, changeHeld, queryClient } from '@/api';

export const expressionsKey: QueryKey = ['expressions'];

queryClient.setQueryDefaults(expressionsKey, { meta: { kept: 'value' } });

/** Custom emoji and stickers of all own servers, by id ascending. Loaded when something first asks. */
export const useExpressions = () =>
  useQuery({ queryKey: expressionsKey, queryFn: async () => (await call('listMyExpressions')).expressions satisfies Expression[] });

/** Undefined until something asked for them. */
export const heldExpressions = () => queryClient.getQueryData<Expression[]>(expressionsKey);

export const changeExpressions = (change: (list: readonly Expression[]) => Expression[]): void =>
  changeHeld<Expression[]>(expressionsKey, change);
