import { useState } from 'react';
import { useIsGone } from './gone-store';

/** As `less-motion` in tokens.css. */
const isStill = (): boolean => {
  const { motion } = document.documentElement.dataset;
  return motion === 'reduced' || (motion !== 'full' && window.matchMedia('(prefers-reduced-motion: reduce)').matches);
};

export const pictureUrl = (id: string, variant: 'picture' | 'still'): string => `/api/v1/files/${id}/${variant}`;

/** Where the picture is to be had, the best place first. @param animated undefined: unknown */
const placesOf = (id: string, animated: boolean | undefined): string[] =>
  animated !== false && isStill() ? [pictureUrl(id, 'still'), pictureUrl(id, 'picture')] : [pictureUrl(id, 'picture')];

export interface Picture {
  /** Undefined: there is none, or none can be had. */
  src: string | undefined;
  onError: () => void;
}

/** The picture of an emoji or a sticker, one that does not move for who wants that. @param animated undefined: unknown */
export function usePicture(id: string, animated?: boolean): Picture {
  const isGone = useIsGone(id);
  const [places] = useState(() => placesOf(id, animated));
  const [failures, setFailures] = useState(0);
  return { src: isGone ? undefined : places[failures], onError: () => setFailures(failures + 1) };
}
