import { limits, type Problem } from '@hearth/contract';
import { DetailedError, Upload as Tus } from 'tus-js-client';
import { access, ApiError, NetworkError } from '@/api';
import { GoneError, UnreadableError } from './faults';
import type { Upload } from './upload';
import type { Transfer, TransferEvents } from './upload-ports';

const ENDPOINT = '/api/v1/files';
/** Bytes of one request. A slow network sends so much within the minutes that servers and what stands before them allow for one. */
const CHUNK = 16 * 1_024 * 1_024;
/** What is so small goes with the request that begins it: should that be cut, little is sent twice. */
const AT_ONCE = 256 * 1_024;

/** Sends a file by tus 1.0, from where the server stands. When to try again is decided elsewhere. */
export function transfer(upload: Upload & { file: Blob }, { located, progressed }: TransferEvents): Transfer {
  const { file, url } = upload;
  let token: string | null = null;
  let tus: Tus | null = null;
  const done = new Promise<void>((resolve, reject) => {
    tus = new Tus(file, {
      // Where the server cannot say how far it is, the library would begin anew: a server that starts again loses nothing.
      endpoint: url === null ? ENDPOINT : null,
      uploadUrl: url,
      chunkSize: CHUNK,
      retryDelays: null,
      storeFingerprintForResuming: false,
      uploadDataDuringCreation: file.size <= AT_ONCE,
      metadata: metadataOf(upload),
      onBeforeRequest: async (request) => {
        token = await access.token();
        if (token !== null) request.setHeader('Authorization', `Bearer ${token}`);
      },
      onUploadUrlAvailable: () => located(tus?.url ?? ''),
      onProgress: progressed,
      onSuccess: () => resolve(),
      onError: (error) => void faultOf(error, file, token).then(reject),
    });
    tus.start();
  });
  return { done, stop: () => void tus?.abort().catch(() => undefined) };
}

/** The server need not keep what it has of it. */
export const giveUp = (url: string): Promise<void> =>
  Tus.terminate(url, {
    retryDelays: null,
    onBeforeRequest: async (request) => request.setHeader('Authorization', `Bearer ${(await access.token()) ?? ''}`),
  });

const metadataOf = ({ channelId, name, file, alt, spoiler, recorded }: Upload & { file: Blob }): Record<string, string> => ({
  channelId,
  // The server makes of it what a name may be; a header has an end.
  name: name.slice(-limits.fileName),
  ...(file.type !== '' && { type: file.type }),
  ...(alt !== '' && { alt }),
  ...(spoiler && { spoiler: 'true' }),
  ...(recorded && { duration: recorded.duration.toFixed(3), waveform: recorded.waveform }),
});

async function faultOf(error: Error, file: Blob, token: string | null): Promise<Error> {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (answer === null && !(await isReadable(file))) return new UnreadableError();
  const [status, problem] = [answer?.getStatus(), answer && problemIn(answer.getBody())];
  if (problem?.code === 'SESSION_ENDED') access.end();
  // A token that is old is replaced, for the next try.
  else if (status === 401 && token !== null) await access.tokenAfter(token).catch(() => null);
  if (problem) return new ApiError(problem);
  // What only asks how far it is gets no words.
  return status === 404 || status === 410 ? new GoneError() : new NetworkError('The server cannot be reached', { cause: error });
}

function problemIn(body: string): Problem | null {
  try {
    const read = JSON.parse(body) as Partial<Problem> | null;
    return read?.code && read.status ? (read as Problem) : null;
  } catch {
    // Something before the server answered in its place.
    return null;
  }
}

/** Files are read when they are sent: one may have been moved since, or be a folder. */
async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
