/** A text in three pieces: before what was found, that itself, and after it. Where it is not found, all of it stands before. */
export function highlighted(content: string, matched: string): [before: string, found: string, after: string] {
  const start = matched === '' ? -1 : content.toLowerCase().indexOf(matched.toLowerCase());
  // Small letters are not always as long as their capitals: then the place would be another.
  const isSameLength = content.toLowerCase().length === content.length;
  if (start < 0 || !isSameLength) return [content, '', ''];
  const end = start + matched.length;
  return [content.slice(0, start), content.slice(start, end), content.slice(end)];
}
