import { beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes, type ErrorCode, type Problem } from '@hearth/contract';
import i18next from 'i18next';
import { ApiError, NetworkError } from '@/api';
import { errorText } from './error-text';
import { startI18n } from './i18n';

beforeAll(() => startI18n());

const problem = (code: ErrorCode, retryAfter?: number, detail = 'title'): ApiError => {
  const body: Problem = { type: 'about:blank', title: 'title', status: 400, code, detail, requestId: 'r1', retryAfter };
  return new ApiError(body);
};
const text = (error: unknown) => errorText(i18next.t, error);

describe('errorText', () => {
  it('has words for every code, and never the code, the detail or an id', () => {
    for (const code of Object.keys(errorCodes) as ErrorCode[]) {
      expect(text(problem(code))).toMatch(/^[A-Z].+\.$/);
      expect(text(problem(code))).not.toMatch(/[A-Z]{2,}_|title|r1/);
    }
  });

  it('has words for a code that only a newer server knows', () => {
    expect(text(problem('FROM_TOMORROW' as ErrorCode))).toBe(text(problem('INTERNAL')));
  });

  it('says what the author of a rule wrote for those whom it stops', () => {
    expect(text(problem('AUTOMOD_BLOCKED'))).toContain("don't allow this message");
    expect(text(problem('AUTOMOD_BLOCKED', undefined, 'Mind your language'))).toBe('Mind your language');
  });

  it('says how long to wait', () => {
    expect(text(problem('RATE_LIMITED', 1))).toContain('in 1 second.');
    expect(text(problem('RATE_LIMITED', 12.2))).toContain('in 13 seconds.');
    expect(text(problem('RATE_LIMITED', 0))).toContain('in 1 second.');
    expect(text(problem('RATE_LIMITED', 600))).toContain('in 10 minutes.');
  });

  it('says from when on somebody is let in', () => {
    expect(text(problem('ACCOUNT_TOO_NEW'))).toContain('Try again later.');
    expect(text(problem('ACCOUNT_TOO_NEW', 40 * 86_400))).toMatch(/You can join from \d+\/\d+\/\d+, \d+:\d\d/);
    expect(text(problem('INVITES_PAUSED', 1))).toMatch(/Try again after .*\d+:\d\d/);
  });

  it('blames the way to the server when no answer came', () => {
    expect(text(new NetworkError('x'))).toContain("can't be reached");
    expect(text(new Error('whatever'))).toContain("can't be reached");
  });
});
