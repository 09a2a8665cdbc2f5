export interface Source {
  src: string;
  /** As `canPlayType` takes it; empty where nobody knows. */
  type: string;
}

export interface SoundPlace {
  channelId: string;
  seq: number;
}

/** Something to be heard. */
export interface Sound {
  /** One for each, wherever it is shown. */
  key: string;
  name: string;
  /** Who sent it. */
  by?: string;
  /** Where it was sent, if it was. */
  place?: SoundPlace;
  /** The best first. */
  sources: readonly Source[];
  /** Seconds, as far as is known before it is loaded: recordings of browsers do not say themselves. */
  duration: number | undefined;
  /** How loud it is from beginning to end: base64 of bytes. */
  waveform: string | undefined;
}

/** Something to be seen. */
export interface Film extends Omit<Sound, 'waveform' | 'place'> {
  /** What is seen on it. */
  alt: string | undefined;
  poster: string | undefined;
  /** Behind the poster until that is there. */
  placeholder: string | undefined;
  /** Where all of it can be saved. */
  download: string;
}

/** Those of which this browser does not know that it cannot. */
export const playable = (sources: readonly Source[], media: Pick<HTMLMediaElement, 'canPlayType'>): Source[] =>
  sources.filter(({ type }) => type === '' || media.canPlayType(type) !== '');
