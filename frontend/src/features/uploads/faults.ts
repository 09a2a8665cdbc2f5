/** The file cannot be read: it was moved, changed or deleted since it was chosen. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** The server does not have what it had of the file. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}
