import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { AppConfig } from '../config/app-config.js';

export const DOCS_PATH = '/api/docs';

/** Everything from this origin, nothing inline, no frames. `'self'` covers the socket too. Files may come from where S3 is. */
const directives = (files: string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:', ...files],
  mediaSrc: ["'self'", 'blob:', ...files],
  fontSrc: ["'self'"],
  connectSrc: ["'self'", ...files],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
});

export function secure(app: NestExpressApplication, config: AppConfig): void {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const own = directives(config.s3 ? [config.s3.publicOrigin] : []);
  const headers = (allowed: ReturnType<typeof directives>) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: allowed },
      strictTransportSecurity: isHttps,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
    });
  const page = headers(own);
  // The page of the API documentation brings styles of its own.
  const docs = headers({ ...own, styleSrc: ["'self'", "'unsafe-inline'"] });
  app.use((request: Parameters<typeof page>[0], response: Parameters<typeof page>[1], next: () => void) =>
    (request.url?.startsWith(DOCS_PATH) ? docs : page)(request, response, next),
  );
  // Only a proxy may say for whom it speaks: one on this machine, and where PUBLIC_URL says that there is one, in its private network.
  app.set('trust proxy', config.publicUrl ? ['loopback', 'uniquelocal'] : ['loopback']);
  app.disable('x-powered-by');
}
