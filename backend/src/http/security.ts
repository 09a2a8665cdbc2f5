import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { AppConfig } from '../config/app-config.js';

export const DOCS_PATH = '/api/docs';

/** Everything from this origin, nothing inline, no frames. `'self'` covers the socket too. */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

// The page of the API documentation brings styles of its own.
const docsDirectives = { ...directives, styleSrc: ["'self'", "'unsafe-inline'"] };

export function secure(app: NestExpressApplication, config: AppConfig): void {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const headers = (allowed: typeof directives) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: allowed },
      strictTransportSecurity: isHttps,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
    });
  const page = headers(directives);
  const docs = headers(docsDirectives);
  app.use((request: Parameters<typeof page>[0], response: Parameters<typeof page>[1], next: () => void) =>
    (request.url?.startsWith(DOCS_PATH) ? docs : page)(request, response, next),
  );
  // Only a proxy may say for whom it speaks: one on this machine, and where PUBLIC_URL says that there is one, in its private network.
  app.set('trust proxy', config.publicUrl ? ['loopback', 'uniquelocal'] : ['loopback']);
  app.disable('x-powered-by');
}
