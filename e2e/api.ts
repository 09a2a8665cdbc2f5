import type { Page } from '@playwright/test';

/** What somebody does from another place, over the REST interface and with the account that is signed in on a page. */
export class Api {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    readonly userId: string,
  ) {}

  static async of(page: Page, url: string, username: string): Promise<Api> {
    const { user, accessToken } = await send<{ user: { id: string }; accessToken: string }>(page, `${url}/api/v1/auth/login`, 'POST', {
      login: username,
      password: 'correct horse battery',
    });
    return new Api(`${url}/api/v1`, accessToken, user.id);
  }

  /** Throws for a refusal. */
  call<T = unknown>(page: Page, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T> {
    return send<T>(page, this.url + path, method, body, this.token);
  }

  async status(page: Page, path: string): Promise<number> {
    const answer = await page.request.get(this.url + path, { headers: { Authorization: `Bearer ${this.token}` } });
    return answer.status();
  }
}

async function send<T>(page: Page, url: string, method: string, data?: object, token?: string): Promise<T> {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  const answer = await page.request.fetch(url, { method, headers, ...(data && { data }) });
  if (!answer.ok()) throw new Error(`${method} ${url}: ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}
