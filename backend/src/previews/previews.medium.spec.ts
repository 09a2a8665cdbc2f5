import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  createMessage,
  deleteMessage,
  editMessage,
  followChannel,
  getMessage,
  listMessages,
  publishMessage,
  removeEmbeds,
  type Channel,
  type Message,
} from '@hearth/contract';
import request from 'supertest';
import { eventually } from '../../test/eventually.js';
import { pngBytes } from '../../test/factories/pictures.js';
import { buildChannel, buildMember, buildOverwrite, buildServer } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { PublicNetwork } from './fetch/public-network.js';
import { PreviewsRepository } from './previews.repository.js';

let hearth: TestApp;
let server: Server;
let site: string;
/** By path; what is not there answers 404. */
let pages: Map<string, RequestListener>;
const asked: string[] = [];

beforeAll(async () => {
  hearth = await startTestApp();
  server = createServer((incoming, response) => {
    asked.push(incoming.url ?? '');
    const page = pages.get(incoming.url ?? '');
    if (page) page(incoming, response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
  // This server stands for the open Internet; whatever else is asked for is judged as ever.
  const network = hearth.get(PublicNetwork);
  const permits = network.permits.bind(network);
  jest.spyOn(network, 'permits').mockImplementation((address, at) => (address === '127.0.0.1' && at === port) || permits(address, at));
});
afterAll(async () => {
  server.close().closeAllConnections();
  await hearth.close();
});

let page = 0;
/** A new address that answers so. */
function serve(listener: RequestListener): string {
  page += 1;
  pages.set(`/${page}`, listener);
  return `${site}/${page}`;
}
const html =
  (head: string): RequestListener =>
  (_incoming, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<head>${head}</head>`);
const picture =
  (bytes: Buffer = pngBytes(640, 480), type = 'image/png'): RequestListener =>
  (_incoming, response) =>
    response.writeHead(200, { 'content-type': type }).end(bytes);
const article = (title: string, image?: string) =>
  serve(
    html(
      `<title>${title}</title>${image ? `<meta property="og:image" content="${image}"><meta property="og:image:alt" content="A cat">` : ''}`,
    ),
  );

beforeEach(() => {
  pages = new Map();
  asked.length = 0;
});

const send = (caller: TestUser, { id }: Pick<Channel, 'id'>, content: string) =>
  hearth.api.as(caller).call(createMessage, { params: { channelId: id }, body: { content, nonce: crypto.randomUUID() } });
const edit = (caller: TestUser, { id }: Message, content: string) =>
  hearth.api.as(caller).call(editMessage, { params: { messageId: id }, body: { content } });
const read = (caller: TestUser, { id }: Message) => hearth.api.as(caller).call(getMessage, { params: { messageId: id } });
const remove = (caller: TestUser, { id }: Message) => hearth.api.as(caller).call(removeEmbeds, { params: { messageId: id } });
const titles = ({ embeds }: Message) => embeds.map(({ title }) => title);
const titlesBecome = async (caller: TestUser, message: Message, expected: (string | null)[]): Promise<Message> => {
  const found = await eventually(
    () => read(caller, message),
    (present) => JSON.stringify(titles(present)) === JSON.stringify(expected),
  );
  expect(titles(found)).toEqual(expected);
  return found;
};
/** When a later message has its preview, an earlier one got whatever it gets. */
async function settled(caller: TestUser, channel: Pick<Channel, 'id'>): Promise<void> {
  await titlesBecome(caller, await send(caller, channel, article('later')), ['later']);
}
const untilAsked = () =>
  eventually(
    () => Promise.resolve(asked.length),
    (count) => count > 0,
  );
const look = (path: string) => request(hearth.url).get(path).buffer(true);

describe('a message with links', () => {
  it('gets their previews, and everybody who sees it is told', async () => {
    const { owner, general } = await buildServer(hearth);
    const image = serve(picture());
    const url = article('Title', image);
    const device = await hearth.connect(owner);
    const sent = await send(owner, general, `see ${url}#part`);
    expect(sent.embeds).toEqual([]);
    const { message, version } = await device.next('message:update', ({ message: { id } }) => id === sent.id);
    expect(message.embeds).toEqual([
      {
        url: `${url}#part`,
        type: 'link',
        title: 'Title',
        description: null,
        siteName: null,
        image: {
          url: expect.stringMatching(new RegExp(`^/api/v1/previews/${sent.id}/images/[\\w-]{22}$`)),
          width: 640,
          height: 480,
          alt: 'A cat',
        },
      },
    ]);
    expect(version).toBe(sent.version + 1);
    expect(message.editedAt).toBeNull();
    expect(await read(owner, sent)).toEqual(message);
    expect(JSON.stringify(message)).not.toContain(image);
  });

  it('gets them in their order, and none of what says nothing, is not there or may not be asked', async () => {
    const { owner, general } = await buildServer(hearth);
    const links = [
      article('one'),
      serve(html('')),
      `${site}/missing`,
      'http://127.0.0.1:1/',
      'http://169.254.169.254/latest',
      article('two'),
    ];
    const message = await send(owner, general, `${links.slice(0, 3).join(' ')} ${links.slice(4).join(' ')}`);
    await titlesBecome(owner, message, ['one', 'two']);
  });

  it('shows a picture that it links to as such, and no drawing that could carry a script', async () => {
    const { owner, general } = await buildServer(hearth);
    const drawing = serve(picture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'));
    const liar = serve(picture(Buffer.from('<script>alert(1)</script>'), 'image/png'));
    const message = await send(owner, general, `${drawing} ${liar} ${serve(picture(pngBytes(8, 9), 'image/jpeg'))}`);
    const { embeds } = await titlesBecome(owner, message, [null]);
    expect(embeds).toMatchObject([{ type: 'image', image: { width: 8, height: 9 } }]);
  });

  it('fetches a page once for everybody who names it', async () => {
    const { owner, general } = await buildServer(hearth);
    const url = article('often');
    await titlesBecome(owner, await send(owner, general, url), ['often']);
    const { user, server: other } = await buildMember(hearth);
    await titlesBecome(user, await send(user, other.general, `again ${url}`), ['often']);
    expect(asked).toHaveLength(1);
  });

  it('gets none where its author may embed none, and nothing is fetched', async () => {
    const { user, server: place } = await buildMember(hearth);
    const quiet = await buildChannel(hearth, { server: place });
    await buildOverwrite(hearth, { channel: quiet, deny: ['EMBED_LINKS'] });
    const url = article('never');
    const message = await send(user, quiet, url);
    await settled(user, place.general);
    expect(titles(await read(user, message))).toEqual([]);
    expect(asked).not.toContain(new URL(url).pathname);
  });

  it('gets none for links in code, in angle brackets and behind spoilers', async () => {
    const { owner, general } = await buildServer(hearth);
    const url = article('never');
    const message = await send(owner, general, `\`${url}\` <${url}> ||${url}||`);
    await settled(owner, general);
    expect(titles(await read(owner, message))).toEqual([]);
    expect(asked).not.toContain(new URL(url).pathname);
  });
});

describe('an edit', () => {
  it('replaces the previews, keeps what stays, and takes away the last', async () => {
    const { owner, general } = await buildServer(hearth);
    const [one, two] = [article('one', serve(picture())), article('two')];
    const message = await send(owner, general, one);
    const before = await titlesBecome(owner, message, ['one']);
    await edit(owner, message, `${two} ${one}`);
    const after = await titlesBecome(owner, message, ['two', 'one']);
    expect(after.embeds[1]).toEqual(before.embeds[0]);
    await edit(owner, message, 'words');
    await titlesBecome(owner, message, []);
  });

  it('while a page is fetched decides what the message gets', async () => {
    const { owner, general } = await buildServer(hearth);
    let answer: () => void = () => undefined;
    const slow = serve((incoming, response) => {
      answer = () => html('<title>old</title>')(incoming, response);
    });
    const message = await send(owner, general, slow);
    await untilAsked();
    await edit(owner, message, article('new'));
    answer();
    await titlesBecome(owner, message, ['new']);
  });
});

describe('previews that are taken away', () => {
  it('are gone for everybody, and none come again', async () => {
    const { user, server: place } = await buildMember(hearth);
    const device = await hearth.connect(place.owner);
    const message = await send(user, place.general, article('one'));
    const before = await titlesBecome(user, message, ['one']);
    const removed = await remove(user, message);
    expect(removed).toMatchObject({ embeds: [], editedAt: null, version: before.version + 1 });
    await device.next('message:update', (news) => news.message.id === message.id && news.message.embeds.length === 0);
    expect(await remove(user, message)).toEqual(removed);
    await edit(user, message, article('two'));
    await settled(user, place.general);
    expect(titles(await read(user, message))).toEqual([]);
  });

  it('before they came do not come', async () => {
    const { owner, general } = await buildServer(hearth);
    let answer: () => void = () => undefined;
    const url = serve((incoming, response) => {
      answer = () => html('<title>late</title>')(incoming, response);
    });
    const message = await send(owner, general, url);
    await untilAsked();
    await remove(owner, message);
    answer();
    await settled(owner, general);
    expect(titles(await read(owner, message))).toEqual([]);
  });

  it('are not those of a deleted message', async () => {
    const { owner, general } = await buildServer(hearth);
    const message = await send(owner, general, 'words');
    await hearth.api.as(owner).call(deleteMessage, { params: { messageId: message.id } });
    await expect(remove(owner, message)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the picture of a preview', () => {
  async function shown() {
    const { owner, general } = await buildServer(hearth);
    const source = serve(picture(pngBytes(20, 10)));
    const message = await titlesBecome(owner, await send(owner, general, article('with picture', source)), ['with picture']);
    return { owner, message, source, path: message.embeds[0]?.image?.url ?? '' };
  }

  it('is handed on as what it is and nothing else, without asking its host', async () => {
    const { path } = await shown();
    asked.length = 0;
    const answer = await look(path);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(pngBytes(20, 10));
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': 'inline',
    });
    expect(asked).toEqual([]);
  });

  it('is there for nobody without its key, and not under that of another message', async () => {
    const { path, message } = await shown();
    const key = path.split('/').at(-1) ?? '';
    for (const other of [path.replace(key, 'A'.repeat(22)), path.replace(message.id, (BigInt(message.id) + 1n).toString())])
      expect((await look(other)).status).toBe(404);
    for (const malformed of [path.slice(0, -1), `${path}A`, path.replace(message.id, 'x')])
      expect((await look(malformed)).status).toBe(400);
  });

  it('goes with the message, and with its previews', async () => {
    const [one, two] = [await shown(), await shown()];
    await remove(one.owner, one.message);
    await hearth.api.as(two.owner).call(deleteMessage, { params: { messageId: two.message.id } });
    expect((await look(one.path)).status).toBe(404);
    expect((await look(two.path)).status).toBe(404);
  });

  it('is fetched again when it is no longer kept, once for all who look', async () => {
    const { path, source } = await shown();
    await hearth.db.previewImage.delete({ where: { url: source } });
    asked.length = 0;
    const answers = await Promise.all([look(path), look(path), look(path)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(asked).toHaveLength(1);
  });

  it('that is gone from where it was is not asked for by everybody who looks', async () => {
    const { path, source } = await shown();
    await hearth.db.previewImage.delete({ where: { url: source } });
    pages.delete(new URL(source).pathname);
    asked.length = 0;
    expect((await look(path)).status).toBe(404);
    expect((await look(path)).status).toBe(404);
    expect(asked).toHaveLength(1);
  });

  it('makes room for newer ones', async () => {
    const repository = hearth.get(PreviewsRepository);
    const keep = (url: string, size: number) => repository.keepPicture(url, { contentType: 'image/png', data: Buffer.alloc(size) }, 1_000);
    await keep('https://a.example/1', 600);
    await keep('https://a.example/2', 300);
    await keep('https://a.example/3', 600);
    const kept = await hearth.db.previewImage.findMany({ where: { size: { gte: 300 } }, orderBy: { url: 'asc' } });
    expect(kept.map(({ url }) => url)).toEqual(['https://a.example/2', 'https://a.example/3']);
  });
});

it('a page is looked at again after a day, and forgotten', async () => {
  const { owner, general } = await buildServer(hearth);
  const url = article('before');
  await titlesBecome(owner, await send(owner, general, url), ['before']);
  await hearth.db.linkPreview.update({ where: { url }, data: { fetchedAt: new Date(Date.now() - 25 * 3_600_000) } });
  pages.set(new URL(url).pathname, html('<title>after</title>'));
  await titlesBecome(owner, await send(owner, general, url), ['after']);
  await hearth.db.linkPreview.update({ where: { url }, data: { fetchedAt: new Date(Date.now() - 25 * 3_600_000) } });
  await hearth.get(PreviewsRepository).sweep();
  expect(await hearth.db.linkPreview.count({ where: { url } })).toBe(0);
});

it('the copies of an announcement have its previews', async () => {
  const place = await buildServer(hearth);
  const news = await buildChannel(hearth, { server: place, type: 'ANNOUNCEMENT' });
  const { user } = await buildMember(hearth, { server: place });
  const home = await buildServer(hearth, { owner: user });
  await hearth.api.as(user).call(followChannel, { params: { channelId: news.id }, body: { targetId: home.general.id } });
  const message = await send(place.owner, news, article('news'));
  await hearth.api.as(place.owner).call(publishMessage, { params: { messageId: message.id } });
  const copied = await eventually(
    async () => (await hearth.api.as(user).call(listMessages, { params: { channelId: home.general.id }, query: {} })).messages,
    ([copy]) => copy?.embeds.length === 1,
  );
  expect(copied.map(titles)).toEqual([['news']]);
});
