import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import sirv from 'sirv';
import { projectRoot } from '../config/project-root.js';
import { ProblemError } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { requestIdOf } from './request-id.js';

/** Bytes. */
const COMPRESSED_FROM = 4_096;
const IMMUTABLE = '/assets/';
const OPERATIONS = new Set(['/health/live', '/health/ready', '/metrics']);
// Nest answers below its prefix, Swagger on its own two paths.
const isHandledElsewhere = (pathname: string) => /^\/api\/(v1(\/|$)|docs(\/|-|$)|openapi\.json$)/.test(pathname);
const isPage = ({ method, path: pathname }: Request) => ['GET', 'HEAD'].includes(method) && !/^\/(api|socket\.io)(\/|$)/.test(pathname);

/** Answers of some size travel compressed; what carries tokens does not, so that its length tells nothing of them. */
export function compressAnswers(app: NestExpressApplication): void {
  const filter = (request: Request, response: Response) =>
    !request.originalUrl.startsWith('/api/v1/auth/') && compression.filter(request, response);
  app.use('/api/', compression({ threshold: COMPRESSED_FROM, filter }));
}

/** The routes of operations stand at the root too, where probes look for them. */
export function serveOperationsAtRoot(app: NestExpressApplication): void {
  app.use((request: Request, _response: Response, next: NextFunction) => {
    if (OPERATIONS.has(request.path)) request.url = `/api/v1${request.url}`;
    next();
  });
}

/** A node that serves nobody tells those who watch it how it is, and no more. */
export function serveOperationsAlone(app: NestExpressApplication): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (OPERATIONS.has(request.path)) next();
    else sendProblem(response, new ProblemError('NOT_FOUND').toProblem(requestIdOf(request)));
  });
}

/**
 * The built single-page app: any path that is no file is its index. Files with a hash in their name never change. Whatever else is asked
 * for is not there.
 */
export function serveWebApp(app: NestExpressApplication): void {
  const folder = path.join(projectRoot, 'frontend/dist');
  const serve = existsSync(path.join(folder, 'index.html')) ? staticFiles(folder) : undefined;
  app.use((request: Request, response: Response, next: NextFunction) => {
    const refuse = () => sendProblem(response, new ProblemError('NOT_FOUND').toProblem(requestIdOf(request)));
    if (isHandledElsewhere(request.path)) next();
    else if (serve && isPage(request)) serve(request, response, refuse);
    else refuse();
  });
}

const staticFiles = (folder: string) =>
  sirv(folder, {
    single: true,
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders: (response, pathname) =>
      response.setHeader('Cache-Control', pathname.startsWith(IMMUTABLE) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
