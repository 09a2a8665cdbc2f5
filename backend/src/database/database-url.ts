/** Where the database is: DATABASE_URL, or the embedded Postgres that this process has started. */
export class DatabaseUrl {
  constructor(readonly value: string) {}
}
