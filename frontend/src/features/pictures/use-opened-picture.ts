import { useEffect, useRef, useState } from 'react';
import { type OpenedPicture, type PictureFault, RefusedPicture, closePicture, openPicture } from './picture-file';

export interface PictureChoice {
  picture: OpenedPicture | null;
  /** Why the last file is none. What was chosen before stays. */
  fault: PictureFault | null;
  isOpening: boolean;
  open: (file: File) => Promise<void>;
}

/** The picture that somebody chose, let go of with the screen. */
export function useOpenedPicture(onOpened: (picture: OpenedPicture) => void): PictureChoice {
  const [state, setState] = useState<Omit<PictureChoice, 'open'>>({ picture: null, fault: null, isOpening: false });
  const held = useRef<OpenedPicture | null>(null);
  const last = useRef(0);
  useEffect(() => {
    const count = last;
    return () => {
      count.current += 1;
      if (held.current) closePicture(held.current);
    };
  }, []);
  const open = async (file: File) => {
    const turn = (last.current += 1);
    setState((before) => ({ ...before, fault: null, isOpening: true }));
    try {
      const picture = await openPicture(file);
      // Another one was chosen meanwhile, or nobody looks any more.
      if (turn !== last.current) return closePicture(picture);
      if (held.current) closePicture(held.current);
      held.current = picture;
      setState({ picture, fault: null, isOpening: false });
      onOpened(picture);
    } catch (error) {
      if (turn !== last.current) return;
      const fault = error instanceof RefusedPicture ? error.reason : 'unreadable';
      setState((before) => ({ ...before, fault, isOpening: false }));
    }
  };
  return { ...state, open };
}
