/** Why nothing can be recorded. `unsupported`: this browser cannot, or the connection is not secure. */
export type Refusal = 'denied' | 'none' | 'busy' | 'unsupported';

export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';

  constructor(
    readonly refusal: Refusal,
    options?: ErrorOptions,
  ) {
    super(refusal, options);
  }
}

/** What hears, and keeps what it heard. */
export interface Microphone {
  /** How loud it is now, from 0 to 1. */
  level: () => number;
  pause: () => void;
  resume: () => void;
  /** What was heard so far. */
  heard: () => Promise<Blob>;
  /** It is let go of; what was heard stays. */
  close: () => void;
}

/** Opus wherever it is to be had: small, and made for speech. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/webm'];
const BITS_PER_SECOND = 32_000;
/** Milliseconds after which what was heard is put aside. */
const SLICE = 1_000;

const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;

const REFUSALS: Readonly<Record<string, Refusal>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

async function openStream(): Promise<MediaStream> {
  if (!canRecord()) throw new MicrophoneError('unsupported');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
  } catch (cause) {
    throw new MicrophoneError((cause instanceof DOMException && REFUSALS[cause.name]) || 'unsupported', { cause });
  }
}

/** Asks for the microphone and begins. @param onGone it was taken away @throws MicrophoneError */
export async function openMicrophone(onGone: () => void): Promise<Microphone> {
  const stream = await openStream();
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1_024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, { ...(type !== undefined && { mimeType: type }), audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && parts.push(data));
  recorder.addEventListener('stop', onGone);
  recorder.start(SLICE);
  const samples = new Float32Array(analyser.fftSize);
  const whole = () => new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? '' });
  const next = (act: () => void) =>
    new Promise<Blob>((resolve) => {
      recorder.addEventListener('dataavailable', () => resolve(whole()), { once: true });
      act();
    });
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(
        1,
        samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
      );
    },
    pause: () => recorder.state === 'recording' && recorder.pause(),
    resume: () => recorder.state === 'paused' && recorder.resume(),
    heard: () => (recorder.state === 'inactive' ? Promise.resolve(whole()) : next(() => recorder.requestData())),
    close: () => {
      recorder.removeEventListener('stop', onGone);
      if (recorder.state !== 'inactive') recorder.stop();
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}
