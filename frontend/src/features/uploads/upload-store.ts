import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Upload } from './upload';

/** Files on their way to the server, for the screen: of all channels, in the order in which they were chosen. */
export const useUploadStore = create<{ uploads: readonly Upload[] }>(() => ({ uploads: [] }));

export const uploadsNow = (): readonly Upload[] => useUploadStore.getState().uploads;

const isWritten = (channelId: string) => (upload: Upload) => upload.channelId === channelId && upload.nonce === null;

/** What goes with the message that is being written. */
export const trayOf = (channelId: string): readonly Upload[] => uploadsNow().filter(isWritten(channelId));

export const useTray = (channelId: string): readonly Upload[] =>
  useUploadStore(useShallow(({ uploads }) => uploads.filter(isWritten(channelId))));

/** Whether the message that is being written has files, and whether one of them cannot be sent. */
export const useTrayState = (channelId: string): 'empty' | 'good' | 'bad' =>
  useUploadStore(({ uploads }) => {
    const tray = uploads.filter(isWritten(channelId));
    if (tray.length === 0) return 'empty';
    return tray.some(({ state }) => state === 'failed') ? 'bad' : 'good';
  });

/** Those of a message that is not sent yet. */
export const useUploadsOf = (nonce: string): readonly Upload[] =>
  useUploadStore(useShallow(({ uploads }) => uploads.filter((upload) => upload.nonce === nonce)));
