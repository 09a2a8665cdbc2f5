import { beforeAll, describe, expect, it } from '@jest/globals';
import { registerBody } from '@hearth/contract';
import i18next from 'i18next';
import { startI18n } from '@/i18n';
import { registerFaults, type RegisterValues } from './register-rules';

beforeAll(() => startI18n());

const good: RegisterValues = { username: 'mara', displayName: 'Mara Lindqvist', password: 'correct horse' };
const faultsOf = (change: Partial<RegisterValues>) => Object.keys(registerFaults({ ...good, ...change }, i18next.t));
/** What the server would say. */
const refused = (change: Partial<RegisterValues>) => {
  const { displayName, ...values } = { ...good, ...change };
  const result = registerBody.safeParse({ ...values, ...(displayName.trim() !== '' && { displayName }) });
  return result.success ? [] : [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
};

const cases: Partial<RegisterValues>[] = [
  {},
  { username: '' },
  { username: 'a' },
  { username: 'MARA.l_9 ' },
  { username: 'mara!' },
  { username: 'mära' },
  { username: 'm'.repeat(32) },
  { username: 'm'.repeat(33) },
  { displayName: '' },
  { displayName: '🔥'.repeat(32) },
  { displayName: 'm'.repeat(33) },
  { password: 'short' },
  { password: '12345678' },
  { password: 'p'.repeat(129) },
  { username: '', password: '' },
];

describe('registerFaults', () => {
  it.each(cases)('finds what the server would refuse: %j', (change) => {
    expect(faultsOf(change)).toEqual(refused(change));
  });
});
