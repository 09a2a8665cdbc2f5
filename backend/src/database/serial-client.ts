import pg from 'pg';

type Query = (...args: unknown[]) => Promise<unknown>;

/**
 * Inside a transaction Prisma sends the reads of several relations at once over the one connection. The driver would queue them, and warns
 * that it will not for ever: so they wait for each other here. Calls with a callback come from the pool, which asks one thing at a time.
 */
export class SerialClient extends pg.Client {
  private last: Promise<unknown> = Promise.resolve();

  override query: pg.Client['query'] = ((...args: unknown[]) => {
    const send = () => (super.query as Query)(...args);
    if (typeof args.at(-1) === 'function') return send();
    const result = this.last.then(send, send);
    this.last = result;
    return result;
  }) as pg.Client['query'];
}
