/** No acknowledgement came in time. Whether the server did what was asked is unknown. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** There is no connection, or it broke before the acknowledgement. Whether the server did what was asked is unknown. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError';
}
