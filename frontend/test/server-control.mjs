// Runs in the server's process before the server, where `ready` brings few conversations, so that few are more than it brings. The test holds its standard input: a line there makes happen at once what happens about
// once a minute, and its end, with which the test is gone, ends the server.

import { limits } from '@hearth/contract';
import { PublicNetwork } from '../../backend/dist/previews/fetch/public-network.js';

limits.readyConversations = 2;

// The pages of the test stand for the open Internet.
const { permits } = PublicNetwork.prototype;
PublicNetwork.prototype.permits = function (address, port) {
  return address === '127.0.0.1' || permits.call(this, address, port);
};

const LONG = 40_000;

const setTimer = globalThis.setTimeout;
const clearTimer = globalThis.clearTimeout;
const waiting = new Map();

globalThis.setTimeout = Object.assign((run, ms, ...args) => {
  if (!(ms >= LONG)) return setTimer(run, ms, ...args);
  const timer = setTimer(() => ring(timer), ms);
  waiting.set(timer, () => run(...args));
  return timer;
}, setTimer);

globalThis.clearTimeout = (timer) => {
  waiting.delete(timer);
  clearTimer(timer);
};

function ring(timer) {
  const run = waiting.get(timer);
  clearTimeout(timer);
  run?.();
}

process.stdin.on('data', () => {
  for (const timer of [...waiting.keys()]) ring(timer);
});
process.stdin.on('end', () => process.kill(process.pid, 'SIGINT'));
process.stdin.unref();
