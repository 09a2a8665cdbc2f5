import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { Client } from 'minio';
import type { S3Config } from '../../../config/app-config.js';

type Transport = NonNullable<ConstructorParameters<typeof Client>[0]['transport']>;

/** Of whose answers the client takes only the status, and would leave the connection to the rest. */
const UNREAD = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

export interface S3Connection {
  client: Client;
  close(): void;
}

/** @param patience milliseconds without a byte in either direction after which a request is given up */
export function connectS3(settings: S3Config, patience: number): S3Connection {
  const { protocol } = new URL(settings.endpoint);
  const agent = protocol === 'https:' ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  const client = makeClient(settings, settings.endpoint, { transportAgent: agent, transport: impatient(protocol, patience) });
  return { client, close: () => agent.destroy() };
}

/** Signs addresses for browsers, and asks nothing. */
export const signerOf = (settings: S3Config): Client => makeClient(settings, settings.publicEndpoint, {});

function makeClient(settings: S3Config, endpoint: string, options: { transportAgent?: http.Agent; transport?: Transport }): Client {
  const { protocol, hostname, port } = new URL(endpoint);
  const { accessKey, secretKey, region, pathStyle } = settings;
  return new Client({
    endPoint: hostname,
    useSSL: protocol === 'https:',
    ...(port && { port: Number(port) }),
    accessKey,
    secretKey,
    region,
    pathStyle,
    // Its own way of trying again writes on the console.
    retryOptions: { disableRetry: true },
    ...options,
  });
}

function impatient(protocol: string, patience: number): Transport {
  const { request } = protocol === 'https:' ? https : http;
  const begin = (options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest => {
    const begun = request({ ...options, timeout: patience }, (response) => {
      begun.off('timeout', giveUp);
      begun.on('timeout', () => waitOrGiveUp(begun, response, patience));
      answered(response);
      if (UNREAD.has(response.statusCode ?? 0)) response.resume();
    });
    const giveUp = () => begun.destroy(new Error('S3 does not answer'));
    begun.on('timeout', giveUp);
    return begun;
  };
  return { request: begin } as unknown as Transport;
}

/** Where our reader is what is slow, S3 is not to blame. */
function waitOrGiveUp(request: ClientRequest, response: IncomingMessage, patience: number): void {
  if (response.readableLength > 0) request.socket?.setTimeout(patience);
  else response.destroy(new Error('S3 does not go on'));
}
