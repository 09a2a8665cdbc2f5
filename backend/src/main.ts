import { start } from './boot/start.js';

const demo = process.argv.includes('--demo');

await start(async () => (await import('./app.js')).createApp, { demo });
