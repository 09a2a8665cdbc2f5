import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import { isUnreachable } from './database-errors.js';
import { WorkerLeases } from './worker-leases.js';
import type { WorkerLeasesRepository } from './worker-leases.repository.js';

afterEach(() => {
  jest.useRealTimers();
});

describe('the lease of a worker number', () => {
  it('is not used any longer when the database does not renew it, which counts as the database being away', async () => {
    jest.useFakeTimers();
    const repository: Pick<WorkerLeasesRepository, 'acquire' | 'renew'> = {
      acquire: async () => 7,
      renew: async () => {
        throw new Error('no answer');
      },
    };
    const leases = new WorkerLeases(repository as WorkerLeasesRepository, new PinoLogger({ pinoHttp: { level: 'silent' } }));
    await leases.onModuleInit();
    expect(leases.current()).toBe(7);
    await jest.advanceTimersByTimeAsync(49_000);
    expect(leases.current()).toBe(7);
    await jest.advanceTimersByTimeAsync(2_000);
    let fault: unknown;
    try {
      leases.current();
    } catch (thrown) {
      fault = thrown;
    }
    expect(isUnreachable(fault)).toBe(true);
  });
});
