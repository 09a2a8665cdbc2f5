/** A colour in linear sRGB, 0 to 1, with its opacity. */
export interface LinearColour {
  rgb: readonly [number, number, number];
  alpha: number;
}

const OKLCH = /^oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)(?:\s*\/\s*([\d.]+))?\s*\)$/;

/** Reads `oklch(L C H / A)` as the CSS Color 4 specification converts it; what lies outside sRGB is clipped. */
export function parseOklch(text: string): LinearColour {
  const match = OKLCH.exec(text);
  if (!match) throw new Error(`Not an oklch colour: ${text}`);
  const [lightness, chroma, hue, alpha] = [match[1], match[2], match[3], match[4] ?? '1'].map(Number) as [number, number, number, number];
  const angle = (hue * Math.PI) / 180;
  return { rgb: oklabToLinear(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)), alpha };
}

function oklabToLinear(lightness: number, a: number, b: number): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const clip = (value: number) => Math.min(1, Math.max(0, value));

const toGamma = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Lays one colour over an opaque one, mixing in gamma space as browsers do. */
export function over(top: LinearColour, bottom: LinearColour): LinearColour {
  const mix = (index: 0 | 1 | 2) => toLinear(toGamma(top.rgb[index]) * top.alpha + toGamma(bottom.rgb[index]) * (1 - top.alpha));
  return { rgb: [mix(0), mix(1), mix(2)], alpha: 1 };
}

function luminance({ rgb: [red, green, blue] }: LinearColour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio of two opaque colours, 1 to 21. */
export function contrastRatio(one: LinearColour, other: LinearColour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
