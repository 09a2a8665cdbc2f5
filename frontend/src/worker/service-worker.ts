import { acrossTabs } from '@/api/access';
import { livingTabs, PICTURES, SEND_WAITING } from '@/features/offline/names';
import { Pictures } from './pictures';
import { type SenderPorts, sendWaiting } from './send-waiting';
import { Shell, type ShellFile } from './shell';
import { waitingTables } from './tables';

interface LifeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface SyncEvent extends LifeEvent {
  tag: string;
}
interface FetchEvent extends LifeEvent {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}

/** Of the types of a worker only what is used here: those of a page and of a worker exclude each other. */
interface WorkerScope {
  /** Written by the build. */
  __WB_MANIFEST: ShellFile[];
  location: Location;
  caches: CacheStorage;
  fetch: typeof fetch;
  skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

declare const self: WorkerScope;

const sender: SenderPorts = {
  tables: waitingTables,
  fetch: (...request) => self.fetch(...request),
  exclusively: acrossTabs,
  livingTabs,
};

const shell = new Shell(self.__WB_MANIFEST, {
  caches: self.caches,
  fetch: (...request) => self.fetch(...request),
  origin: self.location.origin,
});

const pictures = new Pictures(PICTURES, {
  caches: self.caches,
  fetch: (request) => self.fetch(request),
  origin: self.location.origin,
});

self.addEventListener('install', (event) => event.waitUntil(shell.install()));
self.addEventListener('activate', (event) => event.waitUntil(shell.activate()));
self.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request) ?? pictures.answer(event.request);
  if (answer) event.respondWith(answer);
});
// The network is back.
self.addEventListener('sync', (event) => {
  if (event.tag === SEND_WAITING) event.waitUntil(sendWaiting(sender));
});
// The person wants the new version now.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
