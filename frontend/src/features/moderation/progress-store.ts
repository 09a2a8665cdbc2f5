import type { ServerPayload } from '@hearth/contract';
import { create } from 'zustand';
import { without } from '@/lib/without';

export type Progress = ServerPayload<'moderation:progress'>;

const keyOf = ({ serverId, kind, targetId }: Pick<Progress, 'serverId' | 'kind' | 'targetId'>) => `${kind}:${serverId}:${targetId}`;

/** How far work is that the user began, by what it is; what is done stays until it is dismissed. */
export const useProgressStore = create<Readonly<Record<string, Progress>>>(() => ({}));

/** A late event does not take back what is done. */
export const noteProgress = (progress: Progress): void =>
  useProgressStore.setState((held) => {
    const before = held[keyOf(progress)];
    const isOlder = before !== undefined && before.status === 'RUNNING' && progress.status === 'RUNNING' && progress.done < before.done;
    return isOlder ? held : { ...held, [keyOf(progress)]: progress };
  }, true);

export const dismissProgress = (progress: Progress): void => useProgressStore.setState((held) => without(held, keyOf(progress)), true);

export const resetProgress = (): void => useProgressStore.setState({}, true);

export const useProgress = (serverId: string, kind: Progress['kind'], targetId: string): Progress | undefined =>
  useProgressStore((held) => held[keyOf({ serverId, kind, targetId })]);
