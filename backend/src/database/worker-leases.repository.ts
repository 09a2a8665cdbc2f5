import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service.js';

/** All in the database's time, so that the clocks of nodes do not matter. */
@Injectable()
export class WorkerLeasesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Takes the lowest number of 0 to 1023 that is free or whose lease has run out; null when there is none. */
  async acquire(holder: string, seconds: number): Promise<number | null> {
    const rows = await this.prisma.statement<{ number: number }>(
      'worker_lease_acquire',
      `INSERT INTO worker_leases (number, holder, expires_at)
       SELECT n, $1::uuid, clock_timestamp() + make_interval(secs => $2)
       FROM generate_series(0, 1023) AS n
       WHERE NOT EXISTS (SELECT 1 FROM worker_leases l WHERE l.number = n AND l.expires_at > clock_timestamp())
       ORDER BY n LIMIT 1
       ON CONFLICT (number) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
       WHERE worker_leases.expires_at <= clock_timestamp()
       RETURNING number`,
      [holder, seconds],
    );
    return rows[0]?.number ?? null;
  }

  /** False when the lease is no longer the holder's. */
  async renew(number: number, holder: string, seconds: number): Promise<boolean> {
    const rows = await this.prisma.statement(
      'worker_lease_renew',
      `UPDATE worker_leases SET expires_at = clock_timestamp() + make_interval(secs => $3)
       WHERE number = $1 AND holder = $2::uuid AND expires_at > clock_timestamp() RETURNING number`,
      [number, holder, seconds],
    );
    return rows.length > 0;
  }

  async release(number: number, holder: string): Promise<void> {
    await this.prisma.statement('worker_lease_release', 'DELETE FROM worker_leases WHERE number = $1 AND holder = $2::uuid', [
      number,
      holder,
    ]);
  }
}
