import type { Channel, Request, createThread } from '@hearth/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { fieldErrors } from '@/api';
import { fileIdOf, heldQueue, trayOf } from '@/features/uploads';
import { useTrayProgress, type TrayProgress } from '@/features/uploads/attaching';
import { useCreateThread } from '../mutations';

type Body = Omit<Request<typeof createThread>['body'], 'nonce' | 'attachmentIds'>;

/** What a thread or post begins with, from the first word to the answer of the server. */
export interface Beginning {
  create: ReturnType<typeof useCreateThread>;
  /** Of its files. */
  trayId: string;
  files: TrayProgress;
  /** It is to begin, and waits for its files. */
  isWaiting: boolean;
  setWaiting: (isWaiting: boolean) => void;
}

/** For the dialog around the form. @param isOpen what is closed begins nothing any more */
export function useBeginning(channelId: string, isOpen: boolean): Beginning {
  const create = useCreateThread(channelId);
  const [trayId] = useState(() => crypto.randomUUID());
  const [isWanted, setWaiting] = useState(false);
  return { create, trayId, files: useTrayProgress(trayId), isWaiting: isWanted && isOpen, setWaiting };
}

/**
 * For the form.
 *
 * @param compose what is written by now; null where something is missing
 * @returns begins it, once all files are on the server
 */
export function useBegin(beginning: Beginning, compose: () => Body | null, onCreated: (thread: Channel) => void): () => void {
  const { create, trayId, files, isWaiting, setWaiting } = beginning;
  const go = useEffectEvent(() => {
    setWaiting(false);
    const body = files.state === 'failed' ? null : compose();
    if (!body) return;
    const tray = trayOf(trayId);
    const sent = {
      onSuccess: (thread: Channel) => {
        heldQueue()?.letGo(tray.map(({ key }) => key));
        onCreated(thread);
      },
    };
    create.mutate({ ...body, ...(tray.length > 0 && { attachmentIds: tray.map(fileIdOf) }) }, sent);
  });
  const isDue = isWaiting && files.state !== 'sending';
  useEffect(() => {
    if (isDue) go();
  }, [isDue]);
  return () => {
    if (!create.isPending) setWaiting(true);
  };
}

/** By field, what the server says against it, where that is not about files. */
export const faultsOf = ({ create }: Beginning): Record<string, string> => fieldErrors(create.error);
