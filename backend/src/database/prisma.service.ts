import { Injectable } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { DatabaseUrl } from './database-url.js';
import { SerialClient } from './serial-client.js';

/** What a repository method takes to run inside somebody else's transaction. */
export type Transaction = Prisma.TransactionClient;
/** Runs one prepared statement, on any connection or on that of a transaction. */
export type Statement = PrismaService['statement'];

const POOL_SIZE = 12;
/** When thousands reconnect at once their transactions wait for a connection, rather than fail after Prisma's two seconds. */
const PATIENCE = 20_000;

const ignore = (): void => undefined;

/** Prisma for what is written once and read clearly, and the pool below it for the few statements whose time counts. */
@Injectable()
export class PrismaService extends PrismaClient {
  readonly pool: pg.Pool;

  constructor(url: DatabaseUrl) {
    const pool = new pg.Pool({ connectionString: url.value, max: POOL_SIZE, Client: SerialClient });
    // Without a listener the loss of an idle connection would end the process; the next query opens a new one.
    pool.on('error', () => undefined);
    super({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: PATIENCE, timeout: PATIENCE } });
    this.pool = pool;
  }

  /** A statement prepared once for each connection. `name` stands for its text and must differ between texts. */
  async statement<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name, text, values });
    return result.rows;
  }

  /** Prepared statements in one transaction, each of which sees what was committed before it began. */
  async together<T>(work: (statement: Statement) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let isLost = false;
    // The statement that meets the loss of the connection says so.
    client.on('error', ignore);
    try {
      await client.query('BEGIN');
      const result = await work(async <Row extends object>(name: string, text: string, values: unknown[]) => {
        const { rows } = await client.query<Row>({ name, text, values });
        return rows;
      });
      await client.query('COMMIT');
      return result;
    } catch (fault) {
      await client.query('ROLLBACK').catch(() => (isLost = true));
      throw fault;
    } finally {
      client.off('error', ignore);
      // One that may still be in a transaction is of no use to anybody.
      client.release(isLost);
    }
  }

  /** A statement planned anew for its values, where the plan that is good for some is bad for others. */
  async planned<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const result = await this.pool.query<Row>(text, values);
    return result.rows;
  }

  /**
   * Reads with relations as of one moment. Prisma fetches relations in queries of their own: between them a row may go, and what the types
   * call required would be null. (A list of one query given to `$transaction` runs without a transaction, hence the callback.)
   */
  atOneMoment<T>(read: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.$transaction(read, { isolationLevel: 'RepeatableRead' });
  }

  /** The last thing that closes: everything else may still have to write. */
  async close(): Promise<void> {
    await this.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }
}
