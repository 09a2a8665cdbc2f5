import { beforeAll, expect, it } from '@jest/globals';
import { errorCodes, type ErrorCode, type Problem } from '@hearth/contract';
import i18next from 'i18next';
import { ApiError } from '@/api';
import { startI18n } from '@/i18n';
import { failureText, requestFailureText } from './failure-text';

beforeAll(() => startI18n());

const refusal = (code: ErrorCode) => {
  const [status, title] = errorCodes[code];
  const problem: Problem = { type: 'about:blank', title, status, code, detail: title, requestId: 'r' };
  return new ApiError(problem);
};

it.each([
  ['CONFLICT', 'This has changed in the meantime. Look again.'],
  ['LIMIT_REACHED', 'A limit is reached: of friends, or of open requests, on your side or theirs.'],
  ['NOT_ACCEPTED', "This person doesn't accept that from you."],
] as const)('%s is told in the words of this place', (code, text) => {
  expect(failureText(i18next.t, refusal(code))).toBe(text);
});

it.each([
  ['NOT_FOUND', 'Nobody takes requests under that name. Is it written right?'],
  ['CONFLICT', 'You blocked this person. Unblock them first.'],
  ['NOT_ACCEPTED', "This person doesn't accept that from you."],
] as const)('a request by name that is refused with %s says why', (code, text) => {
  expect(requestFailureText(i18next.t, refusal(code))).toBe(text);
});

it('without an answer the network is to blame', () => {
  expect(requestFailureText(i18next.t, new TypeError('fetch failed'))).toBe(failureText(i18next.t, new TypeError('fetch failed')));
});
