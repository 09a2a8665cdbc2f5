import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with what it lacks of a browser that talks to a server: `fetch` with its cookies, and an address that is known late. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { dom } = this;
    Object.assign(this.global, {
      Headers,
      Response,
      fetch: (input, options) => fetchWithCookies(dom, new URL(input, dom.window.location.href), options),
      // jsdom's own keeps the origin of the first address.
      WebSocket,
      goTo: (url) => dom.reconfigure({ url }),
    });
  }
}

async function fetchWithCookies({ cookieJar }, url, options = {}) {
  if (options.credentials === 'omit') return fetch(url, options);
  const headers = new Headers(options.headers);
  const cookies = await cookieJar.getCookieString(url.href);
  if (cookies) headers.set('cookie', cookies);
  const response = await fetch(url, { ...options, headers, signal: signalFrom(options.signal) });
  for (const cookie of response.headers.getSetCookie()) await cookieJar.setCookie(cookie, url.href);
  // With the whole body, so that a request whose answer is here has nothing left to wait for.
  return new Response((await response.text()) || null, response);
}

/** Node's fetch takes no signal but Node's own. */
function signalFrom(signal) {
  const controller = new AbortController();
  signal?.addEventListener('abort', () => controller.abort(signal.reason));
  return controller.signal;
}
