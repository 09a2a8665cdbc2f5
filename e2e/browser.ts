import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

const CHROMIUM = process.env['HEARTH_CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** A microphone that always hears something, and may be used. */
export const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** A browser of its own, as another person at another machine has one. @param more flags for what the machine is to have */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more] });

export interface Visitor {
  page: Page;
  /** What went wrong in the page: script errors, broken policies, requests to elsewhere. */
  complaints: string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions = desktop): Promise<Visitor> {
  const context = await browser.newContext({
    ...options,
    // It fetches every file of the app, in every one of these: only who looks at it has it.
    serviceWorkers: options.serviceWorkers ?? 'block',
    locale: options.locale ?? 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  // From the start: until the browser has been told to hand choosers over, it opens them itself, and closes them unseen.
  page.on('filechooser', () => undefined);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // What the network refuses is said by the browser itself, and is the point of some journeys.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== '127.0.0.1') complaints.push(`request to ${request.url()}`);
  });
  return { page, complaints };
}
