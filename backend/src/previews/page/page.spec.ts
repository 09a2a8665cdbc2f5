import { describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import { decodePage } from './decode-page.js';
import { describePage } from './describe-page.js';
import { readPage } from './read-page.js';

const URL_OF_PAGE = 'https://a.example/dir/page';
const described = async (html: string) => describePage(await readPage(html), URL_OF_PAGE);

describe('decodePage', () => {
  const words = 'Привет, 世界';
  it.each([
    ['its header', Buffer.from([0xcf, 0xf0, 0xe8]), 'windows-1251', 'При'],
    ['its header over itself', Buffer.from('<meta charset="windows-1251">é'), 'utf-8', '<meta charset="windows-1251">é'],
    ['itself', Buffer.concat([Buffer.from('<meta charset=windows-1251>'), Buffer.from([0xcf])]), null, '<meta charset=windows-1251>П'],
    [
      'itself, the old way',
      Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'), Buffer.from([0x82, 0xa0])]),
      null,
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">あ',
    ],
    ['its first bytes', Buffer.from(`\ufeff${words}`, 'utf16le'), 'windows-1251', words],
    ['nothing, as UTF-8', Buffer.from(words), null, words],
    ['nothing, as UTF-8 that was cut', Buffer.from(words).subarray(0, -1), null, 'Привет, 世\ufffd'],
    ['nothing, as an old page', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x21]), null, 'café!'],
    ['a name that nobody knows', Buffer.from(words), 'x-nonsense', words],
    ['UTF-16, which it cannot be', Buffer.from('<meta charset="utf-16">é'), null, '<meta charset="utf-16">é'],
  ])('goes by %s', (_, body, charset, text) => expect(decodePage(body, charset)).toBe(text));

  it('looks for what it says in itself through any blanks', () => {
    // Each way to share the blanks around a quotation mark took its time: seconds for a page of nothing else.
    const page = `${'<meta'.repeat(40)} charset=${' '.repeat(3_880)}`;
    expect(decodePage(Buffer.from(page), null)).toBe(page);
  });
});

describe('describePage', () => {
  it('takes what a page says in Open Graph', async () => {
    const page = await described(`<!doctype html><html prefix="og: https://ogp.me/ns#"><head>
      <title>Plain</title><meta name="description" content="plain">
      <meta property="og:title" content="Tom &amp; Jerry&#39;s &lt;b&gt;"><meta property="og:title" content="second">
      <meta property="og:description" content="two
        lines"><meta property="og:site_name" content="A Site"><meta name="author" content="Ann">
      <meta property="og:image" content="/pic.png?a=1&amp;b=2"><meta property="og:image:alt" content="A cat">
      <meta name="theme-color" content="#1d9bf0"></head><body><h1>x</h1></body>`);
    expect(page).toEqual({
      title: "Tom & Jerry's <b>",
      description: 'two lines',
      siteName: 'A Site',
      author: 'Ann',
      isVideo: false,
      color: 0x1d9bf0,
      image: { url: 'https://a.example/pic.png?a=1&b=2', alt: 'A cat' },
    });
  });

  it.each<[string, string, object | null]>([
    ['its title alone', '<title> Only a\n title </title>', { title: 'Only a title', description: null, image: null }],
    [
      'Twitter’s card',
      '<meta name="twitter:title" content="T"><meta name="twitter:image" content="//b.example/i.png">',
      { title: 'T', image: { url: 'https://b.example/i.png', alt: null } },
    ],
    ['a video', '<meta property=og:title content=V><meta property=og:type content=video.other>', { title: 'V', isVideo: true }],
    [
      'a link to a picture',
      '<title>x</title><link rel="image_src" href="p.jpg">',
      { image: { url: 'https://a.example/dir/p.jpg', alt: null } },
    ],
    ['broken HTML', '<meta property="og:title" content="A"<p><div <<<>><title>b', { title: 'A' }],
    ['capitals', '<META NAME="Description" CONTENT="d"><TITLE>t</TITLE>', { title: 't', description: 'd' }],
    ['a short colour', '<title>t</title><meta name="theme-color" content="#fa0">', { color: 0xffaa00 }],
    ['no such colour', '<title>t</title><meta name="theme-color" content="url(x)">', { color: null }],
    ['an author by an address', '<title>t</title><meta property="article:author" content="https://x.example/me">', { author: null }],
    ['the same words twice', '<title>t</title><meta name="description" content="t">', { title: 't', description: null }],
    ['a title inside a drawing', '<title>t</title><svg><title>icon</title></svg>', { title: 't' }],
    ['no picture in data', '<title>t</title><meta property="og:image" content="data:image/png;base64,AAAA">', { title: 't' }],
    ['marks that turn the text around', '<title>a\u202eb\u2066c\u0000\u0007</title>', { title: 'a b c' }],
    ['nothing', '<p>hello</p>', null],
    ['nothing in a script', '<script>"<meta property=og:title content=x>"</script>', null],
    ['nothing in a comment', '<!-- <title>x</title> -->', null],
    ['white space', '<title> \n </title>', null],
  ])('takes %s', async (_, html, facts) => {
    const page = await described(html);
    if (facts === null) expect(page).toBeNull();
    else expect(page).toMatchObject(facts);
  });

  it('cuts what is long, between letters', async () => {
    const page = await described(`<title>${'🔥'.repeat(1_000)}</title><meta name="description" content="${'a'.repeat(3_000)}">`);
    expect([...(page?.title ?? '')]).toHaveLength(limits.embed.title);
    expect(page?.title?.endsWith('🔥…')).toBe(true);
    expect(page?.description).toHaveLength(limits.embed.description);
  });

  it.each([
    '<',
    '<a '.repeat(50_000),
    '<meta '.repeat(50_000),
    '&'.repeat(300_000),
    `<title>${'x'.repeat(500_000)}`,
    '<!--'.repeat(50_000),
    // Each of these took minutes.
    '<div>'.repeat(200_000),
    `${'<div>'.repeat(100_000)}${'</p>'.repeat(100_000)}`,
    `${'<svg>'.repeat(100_000)}${'</b>'.repeat(100_000)}`,
  ])('comes to an end of nonsense (%#)', async (html) => expect(await described(html)).not.toBeUndefined());

  it('keeps what stood before tags without end', async () => {
    expect(await described(`<title>Deep</title>${'<div>'.repeat(100_000)}<meta name="description" content="too deep">`)).toMatchObject({
      title: 'Deep',
      description: null,
    });
  });
});
