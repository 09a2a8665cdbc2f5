import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import request from 'supertest';
import { buildServer } from '../../test/factories/servers.js';
import { buildUser, signIn } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const get = (path: string) => request(hearth.url).get(path);

describe('refusals', () => {
  it('are problem details with the id that stands in the header', async () => {
    const answer = await get('/api/v1/users/me');
    expect(answer.status).toBe(401);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'urn:hearth:problem:UNAUTHENTICATED',
      status: 401,
      code: 'UNAUTHENTICATED',
      requestId: answer.headers['x-request-id'],
    });
  });

  it('do not take the id of a request from outside', async () => {
    const answer = await get('/api/v1/users/me').set('X-Request-Id', 'forged');
    expect((answer.body as { requestId: string }).requestId).not.toBe('forged');
  });

  it.each(['/api/v1/nothing', '/api/v1/', '/api/v2/users/me', '/api/nothing', '/api'])('of %s are 404', async (path) => {
    const answer = await get(path);
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('of what is neither a page nor a route are 404', async () => {
    const answer = await request(hearth.url).post('/somewhere').send({});
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('of a body that is no JSON, too large or of another type say so', async () => {
    const { accessToken } = await buildUser(hearth);
    const post = () => request(hearth.url).post('/api/v1/servers').set('Authorization', `Bearer ${accessToken}`);
    expect((await post().type('json').send('{"name":')).body).toMatchObject({ code: 'VALIDATION' });
    expect((await post().send({ name: 'x'.repeat(limits.frameBytes) })).body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', status: 413 });
    const unknown = request(hearth.url)
      .post('/api/v1/auth/login')
      .send({ login: 'x'.repeat(70_000), password: 'x' });
    expect((await unknown).body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', status: 413 });
    expect((await post().type('text/plain').send('name=x')).body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 });
    expect((await post()).body).toMatchObject({ code: 'VALIDATION' });
  });

  it('of a body say so that is longer than its route takes, of more values than any, or in another encoding', async () => {
    const { owner, general } = await buildServer(hearth);
    const put = (body: string, type = 'application/json') =>
      request(hearth.url)
        .put(`/api/v1/channels/${general.id}/overwrites`)
        .set({ Authorization: `Bearer ${owner.accessToken}`, 'Content-Type': type })
        .send(body);
    const long = (length: number) => JSON.stringify({ overwrites: [], reason: 'x'.repeat(length) });
    expect((await put(long(limits.frameBytes))).body).toMatchObject({ code: 'VALIDATION' });
    expect((await put(long(limits.listsBytes))).body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', status: 413 });
    const many = await put(`{"overwrites":[${Array.from({ length: limits.bodyValues }, () => '0').join()}]}`);
    expect([many.status, many.type]).toEqual([413, 'application/problem+json']);
    expect(many.body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', detail: `A body may have ${limits.bodyValues} values` });
    const odd = await put('{}', 'application/json; charset=utf-7');
    expect(odd.body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', detail: 'JSON is UTF-8' });
  });

  it.each(['Bearer', 'Bearer x', 'Basic YTpi', 'bearer ..'])('of the credentials %j are 401', async (authorization) => {
    const answer = await get('/api/v1/users/me').set('Authorization', authorization);
    expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('ids', () => {
  it('may come as JSON numbers without losing a digit', async () => {
    const { owner, id } = await buildServer(hearth);
    const body = `{"name":"child","type":"TEXT","parentId":${id}}`;
    const answer = await request(hearth.url)
      .post(`/api/v1/servers/${id}/channels`)
      .set('Authorization', `Bearer ${owner.accessToken}`)
      .type('json')
      .send(body);
    // The server's id is no category: what matters is that it was read as an id at all.
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
    expect(JSON.stringify(answer.body)).not.toContain('must be an id');
  });
});

describe('headers', () => {
  it('allow nothing from elsewhere and nothing inline', async () => {
    const { headers } = await get('/api/v1/instance');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

describe('documentation', () => {
  it('is there as a document and as a page', async () => {
    const document = await get('/api/openapi.json');
    expect(document.body).toMatchObject({ openapi: '3.1.0', info: { title: 'Hearth' } });
    const page = await get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Hearth API');
  });
});

describe('operations', () => {
  it.each(['/health/live', '/health/ready', '/api/v1/health/live', '/api/v1/health/ready'])('%s answers', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 'ok' });
  });

  it('shows metrics to this machine, but not through a proxy', async () => {
    const answer = await get('/metrics');
    expect(answer.text).toContain('hearth_sockets 0');
    expect(answer.text).toContain('process_resident_memory_bytes');
    expect((await get('/metrics').set('X-Forwarded-For', '203.0.113.7')).status).toBe(404);
  });

  it('shows metrics to whoever holds METRICS_TOKEN', async () => {
    const guarded = await startTestApp({ env: { METRICS_TOKEN: 'a-token-of-metrics' } });
    const read = (token: string) => request(guarded.url).get('/metrics').set('Authorization', `Bearer ${token}`);
    expect((await request(guarded.url).get('/metrics')).status).toBe(404);
    expect((await read('another-token-here')).status).toBe(404);
    expect((await read('a-token-of-metrics')).status).toBe(200);
    await guarded.close();
  });
});

describe('compression', () => {
  it('is for answers of some size, and not for what carries tokens', async () => {
    const document = await get('/api/openapi.json').set('Accept-Encoding', 'gzip');
    expect(document.headers['content-encoding']).toBe('gzip');
    const user = await buildUser(hearth);
    await Promise.all(Array.from({ length: 40 }, () => signIn(hearth, user)));
    const sessions = await get('/api/v1/auth/sessions').set('Accept-Encoding', 'gzip').set('Authorization', `Bearer ${user.accessToken}`);
    expect(sessions.text.length).toBeGreaterThan(4_096);
    expect(sessions.headers['content-encoding']).toBeUndefined();
  });
});
