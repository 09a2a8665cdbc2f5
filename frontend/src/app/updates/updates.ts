const WORKER = '/service-worker.js';
/** A server that was away may have come back as another version: browsers ask at most so often, each some time later, in milliseconds. */
const EVERY = 10 * 60_000;
const JITTER = 60_000;

/** Of a `ServiceWorker` what is needed here, and so for what stands below. */
export interface AppWorker {
  readonly state: string;
  postMessage: (message: unknown) => void;
  addEventListener: (type: 'statechange', run: () => void) => void;
}

export interface AppRegistration {
  readonly waiting: AppWorker | null;
  readonly installing: AppWorker | null;
  addEventListener: (type: 'updatefound', run: () => void) => void;
  update: () => Promise<unknown>;
}

interface AppContainer {
  readonly controller: object | null;
  register: (url: string, options: { updateViaCache: 'none' }) => Promise<AppRegistration>;
  addEventListener: (type: 'controllerchange', run: () => void) => void;
}

export interface UpdatePorts {
  container: AppContainer;
  /** A newer version of the app is there; `take` changes over to it. */
  offer: (take: () => void) => void;
  reload: () => void;
  onConnected: (run: () => void) => void;
  random: () => number;
  now: () => number;
}

/** Keeps the app in this browser, and offers a newer version when there is one: nobody is interrupted by it. For the life of the page. */
export async function keepApp(ports: UpdatePorts): Promise<void> {
  const { container, reload } = ports;
  let isTaken = false;
  const registration = await container.register(WORKER, { updateViaCache: 'none' });
  const offer = (worker: AppWorker) =>
    ports.offer(() => {
      isTaken = true;
      worker.postMessage('take-over');
    });
  // Another tab may have taken it: this one goes on as it is.
  container.addEventListener('controllerchange', () => isTaken && reload());
  if (registration.waiting && container.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => followInstalling(registration, () => container.controller !== null, offer));
  askAgain(registration, ports);
}

/** The first one of all replaces nothing. */
function followInstalling(registration: AppRegistration, replaces: () => boolean, offer: (worker: AppWorker) => void): void {
  const worker = registration.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && replaces()) offer(worker);
  });
}

function askAgain(registration: AppRegistration, { onConnected, random, now }: UpdatePorts): void {
  let asked = now();
  onConnected(() => {
    if (now() - asked < EVERY) return;
    asked = now();
    setTimeout(() => void registration.update().catch(() => undefined), random() * JITTER);
  });
}
