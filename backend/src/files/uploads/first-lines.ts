const MAX_LINES = 12;
const MAX_CHARACTERS = 800;

/** What stands at the beginning of a text, whole characters and lines as far as there is room; undefined where it says nothing. */
export function firstLines(sample: Uint8Array): string | undefined {
  // What is cut in the middle of a character is left out.
  const text = new TextDecoder().decode(sample, { stream: true }).replaceAll(/\r\n?/g, '\n').slice(0, MAX_CHARACTERS).toWellFormed();
  const lines = text.split('\n').slice(0, MAX_LINES).join('\n').trimEnd();
  return lines.trim() === '' ? undefined : lines;
}
