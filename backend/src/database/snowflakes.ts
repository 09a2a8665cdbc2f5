import { Injectable } from '@nestjs/common';
import { EPOCH } from '@hearth/contract';
import { WorkerLeases } from './worker-leases.js';

const SEQUENCE_BITS = 12n;
const WORKER_BITS = 10n;
const MAX_SEQUENCE = (1n << SEQUENCE_BITS) - 1n;

/**
 * Makes ids: 42 bits of milliseconds, 10 of worker, 12 of sequence (after Twitter's Snowflake, 2010). Within one worker they only grow,
 * also when the clock steps back or a millisecond's sequence runs out: then they run ahead of the clock.
 */
export class SnowflakeGenerator {
  private last = 0n;
  private sequence = 0n;

  constructor(
    private readonly worker: () => number,
    private readonly now: () => number = Date.now,
  ) {}

  next(): string {
    const time = BigInt(this.now() - EPOCH);
    if (time > this.last) {
      this.last = time;
      this.sequence = 0n;
    } else if (this.sequence < MAX_SEQUENCE) {
      this.sequence += 1n;
    } else {
      this.last += 1n;
      this.sequence = 0n;
    }
    return ((this.last << (WORKER_BITS + SEQUENCE_BITS)) | (BigInt(this.worker()) << SEQUENCE_BITS) | this.sequence).toString();
  }
}

/** The ids of this node, under the worker number that it leases. Throws when the lease was lost. */
@Injectable()
export class Snowflakes {
  private readonly generator: SnowflakeGenerator;

  constructor(leases: WorkerLeases) {
    this.generator = new SnowflakeGenerator(() => leases.current());
  }

  next(): string {
    return this.generator.next();
  }
}
