const PREFIX = 'hearth-account-';

export const databaseOf = (userId: string): string => `${PREFIX}${userId}`;

/** Null for the name of anything else. */
export const accountOf = (database: string): string | null => (database.startsWith(PREFIX) ? database.slice(PREFIX.length) : null);
