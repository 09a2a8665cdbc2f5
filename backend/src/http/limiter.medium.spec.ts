import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rateLimits } from '@hearth/contract';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { Limiter } from './limiter.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp({ env: { RATE_LIMIT_SCALE: '1' } });
});

afterAll(() => hearth.close());

describe('a limit of an address', () => {
  it('is not passed by taking another address of the same network', async () => {
    const limiter = hearth.get(Limiter);
    const { burst } = rateLimits.registrationPerAddress;
    for (let index = 1; index <= burst; index += 1) await limiter.take('registrationPerAddress', `2001:db8:1:2::${index}`);
    await expect(limiter.take('registrationPerAddress', '2001:db8:1:2:aaaa::1')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(limiter.take('registrationPerAddress', '2001:db8:1:3::1')).resolves.toBeUndefined();
  });
});
