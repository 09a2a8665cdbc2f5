import { expect, test } from '@jest/globals';
import { ToastQueue, type ToastSink } from './toast-queue';

function recordingSink() {
  const calls: string[] = [];
  const sink: ToastSink = {
    add: (id, options) => calls.push(`add ${id} ${options.title}`),
    close: (id) => calls.push(`close ${id}`),
  };
  return { calls, sink };
}

test('toasts shown before the toaster is there reach it once, in order', () => {
  const queue = new ToastQueue();
  queue.show({ title: 'first' });
  const dropped = queue.show({ title: 'dropped' });
  queue.show({ title: 'third' });
  queue.dismiss(dropped);

  const { calls, sink } = recordingSink();
  queue.connect(sink);
  expect(calls).toEqual(['add toast-1 first', 'add toast-3 third']);

  const later = queue.show({ title: 'later' });
  queue.dismiss(later);
  expect(calls.slice(2)).toEqual(['add toast-4 later', 'close toast-4']);
});

test('a toaster that went away gets nothing; the next one gets what waited', () => {
  const queue = new ToastQueue();
  const gone = recordingSink();
  queue.connect(gone.sink)();
  queue.show({ title: 'waits' });
  expect(gone.calls).toEqual([]);

  const next = recordingSink();
  queue.connect(next.sink);
  expect(next.calls).toEqual(['add toast-1 waits']);
});
