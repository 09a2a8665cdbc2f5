import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import sirv from 'sirv';
import { projectRoot } from '../config/project-root.js';

const IMMUTABLE = '/assets/';
const OPERATIONS = new Set(['/health/live', '/health/ready', '/metrics']);
const isServerPath = (pathname: string) => pathname.startsWith('/api/') || pathname.startsWith('/socket.io/');

/** The routes of operations stand at the root too, where probes look for them. */
export function serveOperationsAtRoot(app: NestExpressApplication): void {
  app.use((request: Request, _response: Response, next: NextFunction) => {
    if (OPERATIONS.has(request.path)) request.url = `/api/v1${request.url}`;
    next();
  });
}

/** The built single-page app: any path that is no file is its index. Files with a hash in their name never change. */
export function serveWebApp(app: NestExpressApplication): void {
  const folder = path.join(projectRoot, 'frontend/dist');
  if (!existsSync(path.join(folder, 'index.html'))) return;
  const serve = sirv(folder, {
    single: true,
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders: (response, pathname) =>
      response.setHeader('Cache-Control', pathname.startsWith(IMMUTABLE) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isServerPath(request.path)) next();
    else serve(request, response, next);
  });
}
