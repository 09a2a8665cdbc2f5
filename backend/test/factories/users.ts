import { randomBytes } from 'node:crypto';
import type { Me } from '@hearth/contract';
import { AuthService } from '../../src/auth/auth.service.js';
import type { Registration } from '../../src/auth/registration.service.js';
import type { Caller } from '../../src/http/caller.js';
import type { TestApp } from '../harness.js';

/** A registered user, signed in on one device. Is a `Caller` of the services and a bearer of the API. */
export interface TestUser extends Caller {
  id: string;
  username: string;
  password: string;
  accessToken: string;
  refreshToken: string;
  me: Me;
}

const DEVICE = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0', address: '127.0.0.1' };

export const uniqueName = (prefix: string): string => `${prefix}_${randomBytes(5).toString('hex')}`;

export async function buildUser(hearth: TestApp, input: Partial<Registration> = {}): Promise<TestUser> {
  const { username = uniqueName('user'), password = 'correct horse battery' } = input;
  const auth = hearth.get(AuthService);
  const { answer, refreshToken } = await auth.register({ ...input, username, password }, DEVICE);
  const { sessionId } = await auth.authenticate(answer.accessToken);
  const { user: me, accessToken } = answer;
  return { id: me.id, userId: me.id, sessionId, username, password, accessToken, refreshToken, me };
}

/** Another device of the same user. */
export async function signIn(hearth: TestApp, { username, password }: TestUser): Promise<TestUser> {
  const auth = hearth.get(AuthService);
  const { answer, refreshToken } = await auth.login({ login: username, password }, DEVICE);
  const { sessionId } = await auth.authenticate(answer.accessToken);
  const { user: me, accessToken } = answer;
  return { id: me.id, userId: me.id, sessionId, username, password, accessToken, refreshToken, me };
}
