import type { Request, Response } from 'express';

/** Who calls, over REST or a socket: a signed-in user on one of their devices. */
export interface Caller {
  userId: string;
  sessionId: string;
}

/** The HTTP exchange, for the few endpoints that need more than their input: cookies, addresses. */
export interface Exchange {
  request: Request;
  response: Response;
}
