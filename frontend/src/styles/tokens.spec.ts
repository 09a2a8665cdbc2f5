import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { contrastRatio, over, parseOklch } from './contrast/oklch';
import { readTokens, type Theme } from './contrast/read-tokens';

const { themes, names } = readTokens(readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8'));

const surfaces = ['rail', 'sidebar', 'canvas', 'raised', 'popover'];
const overlays = ['hover', 'active', 'selected'];
const meanings = ['success', 'warning', 'danger', 'info', 'accent'];

interface Pair {
  text: string;
  on: string;
  overlay?: string;
  atLeast: number;
}

const everywhere = (text: string, atLeast: number): Pair[] => surfaces.map((on) => ({ text, on, atLeast }));
const everywhereAndOver = (text: string, atLeast: number): Pair[] => [
  ...everywhere(text, atLeast),
  ...surfaces.flatMap((on) => overlays.map((overlay) => ({ text, on, overlay, atLeast }))),
];

const pairs: Pair[] = [
  // Messages, at rest, under the pointer, and in bubbles.
  ...everywhereAndOver('fg', 7),
  ...['bubble', 'bubble-own', ...meanings.map((meaning) => `${meaning}-subtle`)].map((on) => ({ text: 'fg', on, atLeast: 7 })),
  ...everywhereAndOver('fg-muted', 4.5),
  ...everywhereAndOver('fg-subtle', 4.5),
  ...['bubble', 'bubble-own'].flatMap((on) => ['fg-muted', 'fg-subtle'].map((text) => ({ text, on, atLeast: 4.5 }))),
  ...meanings.flatMap((meaning) => everywhere(`${meaning}-text`, 4.5)),
  ...meanings.map((meaning) => ({ text: `${meaning}-text`, on: `${meaning}-subtle`, atLeast: 4.5 })),
  ...['accent', 'danger'].flatMap((fill) =>
    ['', '-hover', '-active'].map((state) => ({ text: `on-${fill}`, on: `${fill}${state}`, atLeast: 4.5 })),
  ),
  // What is no text: outlines of controls, focus rings, presence, solid marks.
  ...['line-strong', 'ring', 'accent', 'success', 'warning', 'danger', 'info', 'online', 'idle', 'dnd', 'offline'].flatMap((mark) =>
    everywhere(mark, 3),
  ),
];

function ratio(theme: Theme, { text, on, overlay }: Pair): number {
  const surface = theme.colour(on);
  const ground = overlay ? over(theme.colour(overlay), surface) : surface;
  return contrastRatio(over(theme.colour(text), ground), ground);
}

const describePair = ({ text, on, overlay, atLeast }: Pair) => `${text} on ${overlay ? `${overlay} on ` : ''}${on} at ${atLeast}:1`;

describe.each(themes.map((theme) => [theme.name, theme] as const))('contrast, %s', (_name, theme) => {
  test('every pair that the app may use is readable', () => {
    const tooFaint = pairs
      .filter((pair) => ratio(theme, pair) < pair.atLeast)
      .map((pair) => `${describePair(pair)} is ${ratio(theme, pair).toFixed(2)}`);
    expect(tooFaint).toEqual([]);
  });

  test('surfaces rise in even steps from the rail to the popover', () => {
    const steps = surfaces.slice(1).map((surface, index) => contrastRatio(theme.colour(surface), theme.colour(surfaces[index] ?? '')));
    for (const step of steps) expect(step).toBeGreaterThan(1.02);
  });

  if (theme.name.includes('high')) {
    test('all text reaches 7:1', () => {
      const texts = ['fg', 'fg-muted', 'fg-subtle', ...meanings.map((meaning) => `${meaning}-text`)];
      const tooFaint = texts.flatMap((text) => everywhere(text, 7)).filter((pair) => ratio(theme, pair) < pair.atLeast);
      expect(tooFaint.map(describePair)).toEqual([]);
    });
  }
});

test('initials are readable on every hue of avatars', () => {
  const hues = Array.from({ length: 360 }, (_, hue) => hue);
  const faint = hues.filter((hue) => contrastRatio(parseOklch(`oklch(0.985 0.008 ${hue})`), parseOklch(`oklch(0.5 0.09 ${hue})`)) < 4.5);
  expect(faint).toEqual([]);
});

test('names are readable in every colour that a role may have', () => {
  const css = readFileSync(join(import.meta.dirname, 'utilities.css'), 'utf8');
  const sides = [...css.matchAll(/oklch\(from var\(--name\) (min|max)\(l, ([\d.]+)\) min\(c, ([\d.]+)\) h\)/g)];
  const [light, dark] = sides.map(([, , lightness, chroma]) => ({ lightness: Number(lightness), chroma: Number(chroma) }));
  const hues = Array.from({ length: 72 }, (_, step) => step * 5);
  const faint = themes
    .filter(({ name }) => !name.includes('high'))
    .flatMap((theme) => {
      const side = theme.name.includes('dark') ? dark : light;
      return hues.flatMap((hue) =>
        [0, 0.05, side?.chroma ?? 0].flatMap((chroma) =>
          ['sidebar', 'canvas', 'raised', 'popover']
            .flatMap((on) => [theme.colour(on), over(theme.colour('hover'), theme.colour(on))])
            .map((ground) => contrastRatio(parseOklch(`oklch(${side?.lightness ?? 0.6} ${chroma} ${hue})`), ground))
            .filter((contrast) => contrast < 4.5)
            .map((contrast) => `${theme.name}: hue ${hue}, chroma ${chroma}: ${contrast.toFixed(2)}`),
        ),
      );
    });
  expect(faint).toEqual([]);
});

test('the conversion agrees with known colours', () => {
  expect(contrastRatio(parseOklch('oklch(1 0 0)'), parseOklch('oklch(0 0 0)'))).toBeCloseTo(21, 1);
  // sRGB red against white is 4.00 (W3C).
  expect(contrastRatio(parseOklch('oklch(0.628 0.2577 29.23)'), parseOklch('oklch(1 0 0)'))).toBeCloseTo(4, 1);
});

test('every colour has a light and a dark side', () => {
  for (const theme of themes) for (const name of names) expect(() => theme.colour(name)).not.toThrow();
});
