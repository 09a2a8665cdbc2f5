import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServer, type TestServer } from '../../../test/factories/servers.js';
import { storeFile, type StoredFile } from '../../../test/factories/stored-file.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
let server: TestServer;
beforeAll(async () => {
  hearth = await startTestApp();
  server = await buildServer(hearth);
});
afterAll(() => hearth.close());

const TEXT = '0123456789';
const fetchFile = (id: string, variant = 'original', headers: Record<string, string> = {}, method = 'GET', who: TestUser = server.owner) =>
  fetch(`${hearth.url}/api/v1/files/${id}/${variant}`, { method, headers: { authorization: `Bearer ${who.accessToken}`, ...headers } });
const store = (contentType: string, data: StoredFile['variants'][string]['data'] = TEXT, name = 'file') =>
  storeFile(hearth, { owner: server.owner, channelId: server.general.id, name, variants: { original: { contentType, data } } });

describe('reading a file', () => {
  it('gives all of it, for good, and nothing to run', async () => {
    const answer = await fetchFile(await store('image/png'));
    expect([answer.status, await answer.text()]).toEqual([200, TEXT]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '10',
      'content-disposition': 'inline; filename=file',
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable, no-transform',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=3-6', '3456', 'bytes 3-6/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('gives the range %s', async (range, text, contentRange) => {
    const answer = await fetchFile(await store('video/mp4'), 'original', { range });
    expect([answer.status, await answer.text()]).toEqual([206, text]);
    expect([answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([contentRange, String(text.length)]);
  });

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('refuses %s, which is beyond the end', async (range) => {
    const answer = await fetchFile(await store('video/mp4'), 'original', { range });
    expect([answer.status, await answer.text()]).toEqual([416, '']);
    expect(answer.headers.get('content-range')).toBe('bytes */10');
  });

  it.each(['bytes=0-1,4-5', 'bytes=b-a', 'lines=1-2', 'bytes'])('gives all of it for %s', async (range) => {
    const answer = await fetchFile(await store('video/mp4'), 'original', { range });
    expect([answer.status, await answer.text()]).toEqual([200, TEXT]);
  });

  it('goes on with what somebody has, as long as it is the same', async () => {
    const id = await store('video/mp4');
    const etag = (await fetchFile(id)).headers.get('etag') ?? '';
    const status = async (headers: Record<string, string>, method: 'get' | 'head' = 'get') =>
      (await hearth.api.as(server.owner).send(method, `/files/${id}/original`).set(headers)).status;
    expect(await status({ range: 'bytes=5-', 'if-range': etag })).toBe(206);
    expect(await status({ range: 'bytes=5-', 'if-range': '"another"' })).toBe(200);
    expect(await status({ range: 'bytes=5-', 'if-range': new Date().toUTCString() })).toBe(200);
    expect(await status({ 'if-none-match': etag })).toBe(304);
    expect(await status({ 'if-none-match': etag }, 'head')).toBe(304);
    expect(await status({ 'if-none-match': '"another"' })).toBe(200);
  });

  it('tells about it without giving it', async () => {
    const id = await store('video/mp4');
    const whole = await fetchFile(id, 'original', {}, 'HEAD');
    expect([whole.status, whole.headers.get('content-length'), await whole.text()]).toEqual([200, '10', '']);
    const part = await fetchFile(id, 'original', { range: 'bytes=2-3' }, 'HEAD');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-3/10']);
    expect((await fetchFile(id, 'preview', {}, 'HEAD')).status).toBe(404);
  });

  it('does not end with whoever leaves in the middle', async () => {
    const id = await store('video/mp4', randomBytes(4_000_000));
    const leaving = new AbortController();
    const answer = await fetch(`${hearth.url}/api/v1/files/${id}/original`, {
      headers: { authorization: `Bearer ${server.owner.accessToken}` },
      signal: leaving.signal,
    });
    leaving.abort();
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect((await fetchFile(id, 'original', { range: 'bytes=0-9' })).status).toBe(206);
  });

  it.each([
    ['text/plain', 'text/plain; charset=utf-8', 'inline'],
    ['audio/ogg', 'audio/ogg', 'inline'],
    ['text/html', 'application/octet-stream', 'attachment'],
    ['text/html; charset=utf-8', 'application/octet-stream', 'attachment'],
    ['image/svg+xml', 'application/octet-stream', 'attachment'],
    ['application/xhtml+xml', 'application/octet-stream', 'attachment'],
    ['application/pdf', 'application/octet-stream', 'attachment'],
    ['video/mp4\r\nx-evil: 1', 'application/octet-stream', 'attachment'],
  ])('shows %s as %s, %s', async (contentType, shown, disposition) => {
    const { headers } = await fetchFile(await store(contentType, '<script>alert(1)</script>'));
    expect([headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]]).toEqual([shown, disposition]);
    expect([headers.get('x-content-type-options'), headers.get('x-evil')]).toEqual(['nosniff', null]);
  });

  it('is saved under its name, whatever that is, and when that is asked for', async () => {
    const id = await store('image/png', TEXT, 'صورة "1"\r\n.png');
    const saved = await fetchFile(id, 'original?download=true');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w%.-]+$/);
    expect(saved.headers.get('content-disposition')).toContain('%D8%B5%D9%88%D8%B1%D8%A9');
    expect((await fetchFile(id, 'original?download=yes')).status).toBe(400);
  });

  it('is an image in the format that is liked best', async () => {
    const webp = { contentType: 'image/webp', data: 'webp' };
    const avif = { contentType: 'image/avif', data: 'avif' };
    const variants = { original: { contentType: 'image/png', data: 'png' }, 'preview.webp': webp, 'preview.avif': avif, 'full.webp': webp };
    const id = await storeFile(hearth, { owner: server.owner, channelId: server.general.id, variants });
    const read = async (variant: string, accept: string) => {
      const answer = await fetchFile(id, variant, { accept });
      return [await answer.text(), answer.headers.get('content-type')];
    };
    expect(await read('preview', 'image/avif,image/webp,image/*,*/*;q=0.8')).toEqual(['avif', 'image/avif']);
    expect(await read('preview', 'image/webp,*/*')).toEqual(['webp', 'image/webp']);
    expect(await read('preview', '*/*')).toEqual(['webp', 'image/webp']);
    expect(await read('full', 'image/avif')).toEqual(['webp', 'image/webp']);
    expect(await read('original', 'image/avif')).toEqual(['png', 'image/png']);
    const vary = async (variant: string) => (await fetchFile(id, variant)).headers.get('vary') ?? '';
    expect([await vary('preview'), await vary('original')].map((header) => /\bAccept\b(?!-)/.test(header))).toEqual([true, false]);
    expect((await fetchFile(id, 'poster')).status).toBe(404);
    expect((await fetchFile(id, 'preview.webp')).status).toBe(400);
  });

  it('is refused to whoever may not, and where it is gone', async () => {
    const stranger = await buildUser(hearth);
    const id = await store('image/png');
    const refused = await fetchFile(id, 'original', {}, 'GET', stranger);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
    expect((await fetch(`${hearth.url}/api/v1/files/${id}/original`)).status).toBe(401);
    await rm(path.join(hearth.boot.config.dataDir, 'files', id.slice(-2), id), { recursive: true });
    const gone = await fetchFile(id);
    expect([gone.status, gone.headers.get('content-type'), gone.headers.get('cache-control')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
      null,
    ]);
  });
});
