import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { loadConfig, type Environment } from './load-config.js';
import { projectRoot } from './project-root.js';
import { variables } from './variables.js';

describe('loadConfig', () => {
  it('works without any variable', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: undefined,
      dataDir: path.join(projectRoot, '.data'),
      databaseUrl: undefined,
      redisUrl: undefined,
      s3: undefined,
      clamd: undefined,
      ffmpeg: 'ffmpeg',
      registration: 'invite',
      logLevel: 'info',
      rateLimitScale: 1,
    });
  });

  it('reads every variable', () => {
    const config = loadConfig({
      PORT: '8080',
      HOST: '::',
      PUBLIC_URL: 'https://chat.example.org/',
      DATA_DIR: '/var/lib/hearth',
      DATABASE_URL: 'postgresql://me:secret@db:5432/hearth',
      REDIS_URL: 'rediss://cache:6379',
      S3_ENDPOINT: 'http://s3:8333',
      S3_ACCESS_KEY: 'hearth',
      S3_SECRET_KEY: 'secret',
      S3_BUCKET: 'chat',
      S3_REGION: 'eu-central-1',
      S3_PATH_STYLE: 'false',
      S3_PUBLIC_ENDPOINT: 'https://files.example.org/',
      CLAMD_URL: 'tcp://[::1]:3310',
      FFMPEG_PATH: '/opt/ffmpeg/bin/ffmpeg',
      REGISTRATION: 'open',
      SETUP_TOKEN: 'first-steps',
      METRICS_TOKEN: 'scrape-me',
      LOG_LEVEL: 'debug',
      RATE_LIMIT_SCALE: '2.5',
    });
    expect(config).toEqual({
      port: 8080,
      host: '::',
      publicUrl: 'https://chat.example.org',
      dataDir: '/var/lib/hearth',
      databaseUrl: 'postgresql://me:secret@db:5432/hearth',
      redisUrl: 'rediss://cache:6379',
      s3: {
        endpoint: 'http://s3:8333',
        publicEndpoint: 'https://files.example.org',
        publicOrigin: 'https://chat.files.example.org',
        accessKey: 'hearth',
        secretKey: 'secret',
        bucket: 'chat',
        region: 'eu-central-1',
        pathStyle: false,
      },
      clamd: { host: '::1', port: 3310 },
      ffmpeg: '/opt/ffmpeg/bin/ffmpeg',
      registration: 'open',
      role: 'all',
      setupToken: 'first-steps',
      metricsToken: 'scrape-me',
      logLevel: 'debug',
      rateLimitScale: 2.5,
    });
  });

  it('needs an endpoint and two keys for S3, and no more', () => {
    const keys = { S3_ACCESS_KEY: 'hearth', S3_SECRET_KEY: 'secret' };
    expect(loadConfig({ S3_ENDPOINT: 'http://s3:8333', ...keys }).s3).toMatchObject({
      publicEndpoint: 'http://s3:8333',
      publicOrigin: 'http://s3:8333',
      bucket: 'hearth',
      region: 'us-east-1',
      pathStyle: true,
    });
    expect(() => loadConfig({ S3_ACCESS_KEY: 'hearth' })).toThrow(
      [
        'S3_ENDPOINT must be set too: S3 needs S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY.',
        'S3_SECRET_KEY must be set too: S3 needs S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY.',
      ].join('\n'),
    );
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toEqual(loadConfig({}));
  });

  it('names all faults at once, and what would be right', () => {
    const load = () => loadConfig({ PORT: 'abc', REGISTRATION: 'maybe', HOST: 'all of them' });
    expect(load).toThrow(
      [
        'PORT must be a port number from 1 to 65535, or 0 for any free one, not "abc".',
        'HOST must be an address or name of this machine, or 0.0.0.0 for all of them, not "all of them".',
        'REGISTRATION must be one of open, invite, closed, not "maybe".',
      ].join('\n'),
    );
  });

  it('never shows a secret', () => {
    const load = () =>
      loadConfig({ DATABASE_URL: 'mysql://me:hunter2@db/hearth', SETUP_TOKEN: 'hunter2', METRICS_TOKEN: 'hunter2', REDIS_URL: 'hunter2' });
    expect(load).toThrow(/DATABASE_URL.*\nREDIS_URL.*\nSETUP_TOKEN.*\nMETRICS_TOKEN/);
    expect(load).not.toThrow(/hunter2/);
  });

  it.each<Environment>([
    { PORT: '65536' },
    { PORT: '-1' },
    { PORT: '80.5' },
    { S3_ENDPOINT: 's3:8333' },
    { S3_ENDPOINT: 'https://example.org/s3' },
    { S3_ENDPOINT: 'https://s3.amazonaws.com' },
    { S3_PUBLIC_ENDPOINT: 'https://s3.amazonaws.com' },
    { S3_BUCKET: 'My_Bucket' },
    { S3_REGION: 'eu central' },
    { S3_PATH_STYLE: 'yes' },
    { PUBLIC_URL: 'chat.example.org' },
    { PUBLIC_URL: 'https://chat.example.org/path' },
    { PUBLIC_URL: 'ftp://chat.example.org' },
    { RATE_LIMIT_SCALE: '-1' },
    { RATE_LIMIT_SCALE: '1e9' },
    { LOG_LEVEL: 'loud' },
    { HEARTH_ROLE: 'both' },
  ])('refuses %j', (environment) => {
    expect(() => loadConfig(environment)).toThrow(`${Object.keys(environment)[0]} must be`);
  });
});

describe('a node that does a part of the work', () => {
  it('needs the database and the Redis that it shares', () => {
    const shared = { DATABASE_URL: 'postgresql://db/hearth', REDIS_URL: 'redis://redis' };
    expect(loadConfig({ ...shared, HEARTH_ROLE: 'worker' }).role).toBe('worker');
    expect(() => loadConfig({ HEARTH_ROLE: 'web' })).toThrow(
      [
        'DATABASE_URL must be set: nodes with HEARTH_ROLE=web share it with others.',
        'REDIS_URL must be set: nodes with HEARTH_ROLE=web share it with others.',
      ].join('\n'),
    );
  });
});

describe('.env.example', () => {
  const example = parseEnv(readFileSync(path.join(projectRoot, '.env.example'), 'utf8'));

  it('has every variable and no other', () => {
    expect(Object.keys(example).sort()).toEqual(variables.keyof().options.sort());
  });

  it('shows the defaults', () => {
    expect(variables.parse(Object.fromEntries(Object.entries(example).filter(([, value]) => value !== '')))).toEqual(variables.parse({}));
  });

  it('gives a value to every variable that has a default', () => {
    const defaults = Object.entries(variables.parse({})).filter(([, value]) => value !== undefined);
    for (const [name, value] of defaults) expect(example[name]).toBe(String(value));
  });
});
