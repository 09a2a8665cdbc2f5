import type { App } from './boot.js';

/** What the person at the terminal reads, beside the log. */
export const tell = (text: string): void => void process.stdout.write(`${text}\n`);
export const complain = (text: string): void => void process.stderr.write(`${text}\n`);

/** The block that ends a successful start. */
export function readyBlock(app: App): string {
  const rows: [label: string, value: string][] = [app.isWorker ? ['Health', `${app.url}/health/ready`] : ['Open', app.url]];
  if (app.setupLink && !app.isWorker) rows.push(['Set up', `${app.setupLink}  (works once: the account it makes is the admin)`]);
  for (const { login, password } of app.demoLogins ?? []) rows.push(['Demo login', `${login} / ${password}`]);
  rows.push(['Stop', 'Ctrl-C']);
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    app.isWorker ? '  Hearth works in the background' : '  Hearth is running',
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}
