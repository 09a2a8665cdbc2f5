import { create } from 'zustand';

/** Deleted while this page is open: browsers hold their pictures still. */
const useGone = create<ReadonlySet<string>>()(() => new Set<string>());

export const useIsGone = (expressionId: string): boolean => useGone((gone) => gone.has(expressionId));

export const noteGone = (expressionId: string): void => useGone.setState((gone) => new Set([...gone, expressionId]), true);
