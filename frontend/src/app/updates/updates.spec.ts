import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepApp } from './updates';

class FakeWorker extends EventTarget {
  state = 'installing';
  said: unknown[] = [];
  postMessage = (message: unknown) => void this.said.push(message);
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  update = () => Promise.resolve();
  find(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = new FakeWorker();
  readonly registration = new FakeRegistration();
  register = () => Promise.resolve(this.registration);
}

let container: FakeContainer;
let offers: (() => void)[];
let reloads: number;

const start = () =>
  keepApp({
    container,
    offer: (take) => offers.push(take),
    reload: () => (reloads += 1),
    onConnected: () => undefined,
    random: () => 0,
    now: () => 0,
  });

beforeEach(() => {
  container = new FakeContainer();
  offers = [];
  reloads = 0;
});

describe('a newer version', () => {
  it('is offered, and taken only when somebody wants it', async () => {
    await start();
    const worker = new FakeWorker();
    container.registration.find(worker);
    expect(offers).toHaveLength(0);
    worker.become('installed');
    expect([offers.length, worker.said, reloads]).toEqual([1, [], 0]);
    offers[0]?.();
    expect(worker.said).toEqual(['take-over']);
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(1);
  });

  it('is offered too when it came while no tab was open', async () => {
    container.registration.waiting = new FakeWorker();
    await start();
    expect(offers).toHaveLength(1);
  });

  it('does not reload the tab in which nobody asked for it', async () => {
    await start();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(0);
  });

  it('is none where there was none before', async () => {
    container.controller = null;
    await start();
    const worker = new FakeWorker();
    container.registration.find(worker);
    worker.become('installed');
    expect(offers).toHaveLength(0);
  });
});
