import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { liesIn, type Upload } from './upload';

/** Files on their way to the server, for the screen: of all channels, in the order in which they were chosen. */
export const useUploadStore = create<{ uploads: readonly Upload[] }>(() => ({ uploads: [] }));

export const uploadsNow = (): readonly Upload[] => useUploadStore.getState().uploads;

/** What goes with the message that is being written. @param trayId of the channel, or of a dialog */
export const trayOf = (trayId: string): readonly Upload[] => uploadsNow().filter(liesIn(trayId));

export const useTray = (trayId: string): readonly Upload[] => useUploadStore(useShallow(({ uploads }) => uploads.filter(liesIn(trayId))));

/** Whether the message that is being written has files, and whether one of them cannot be sent. */
export const useTrayState = (trayId: string): 'empty' | 'good' | 'bad' =>
  useUploadStore(({ uploads }) => {
    const tray = uploads.filter(liesIn(trayId));
    if (tray.length === 0) return 'empty';
    return tray.some(({ state }) => state === 'failed') ? 'bad' : 'good';
  });

/** Those of a message that is not sent yet. */
export const useUploadsOf = (nonce: string): readonly Upload[] =>
  useUploadStore(useShallow(({ uploads }) => uploads.filter((upload) => upload.nonce === nonce)));
