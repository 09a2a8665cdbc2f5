import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { openBrowser } from './browser';

const folder = fileURLToPath(new URL('../frontend/dist-gallery', import.meta.url));

/** As strict as the product's own. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Of the one person who has one. */
const PICTURE = '/api/v1/files/1/icon';

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

function serveGallery(): Promise<Server> {
  const listener = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://gallery').pathname;
    const path = asked === PICTURE ? '/icon.svg' : asked;
    readFile(join(folder, path)).then(
      (body) => {
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(listener)));
}

export interface Visit {
  page: Page;
  /** What the browser complained about: broken policies, script errors, requests to elsewhere. */
  complaints: string[];
}

async function visit(browser: Browser, origin: string, query: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // One avatar is broken on purpose.
    if (message.type() === 'error' && !message.location().url.endsWith('/api/v1/files/2/icon')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(`${origin}/gallery.html?${query}`);
  await page.getByRole('heading', { name: 'States of a screen' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  // What turns without end keeps a processor busy.
  await page.evaluate(() => {
    const endless = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime === Infinity);
    for (const animation of endless) animation.pause();
  });
  return { page, complaints };
}

/** Waits until what is coming or going has arrived or gone. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    const finite = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((animation) => animation.finished));
    await frame();
  });
}

export interface Gallery {
  origin: string;
  visit: (query: string, options?: BrowserContextOptions) => Promise<Visit>;
  /** Closes the pages of a test: what moves on them would slow down those after it. */
  leave: () => Promise<void>;
  close: () => Promise<void>;
}

/** Serves the built gallery on a free port and opens a browser for it. */
export async function openGallery(): Promise<Gallery> {
  const server = await serveGallery();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  return {
    origin,
    visit: (query, options = desktop) => visit(browser, origin, query, options),
    leave: async () => {
      for (const context of browser.contexts()) await context.close();
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
