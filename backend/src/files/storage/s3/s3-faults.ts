import { S3Error } from 'minio';
import { errorCode } from '../../../config/error-code.js';

const MISSING = new Set(['NoSuchKey', 'NotFound']);
const DROPPED = new Set(['ECONNRESET', 'EPIPE']);

/** What S3 calls it; undefined for what is no answer of S3. */
export const s3Code = (fault: unknown): string | undefined => (fault instanceof S3Error ? fault.code : undefined);

export const isMissing = (fault: unknown): boolean => MISSING.has(s3Code(fault) ?? '');

/** Gone with the next attempt, as a kept connection that the other side has closed. The client names the statuses that pass in words alone. */
export const isPassing = (fault: unknown): boolean =>
  DROPPED.has(errorCode(fault) ?? '') || (fault instanceof Error && fault.message.includes('Retryable HTTP status'));
