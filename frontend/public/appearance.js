// Runs before the first paint, so that the page never flashes in another theme, size or direction. What it puts back was
// written by src/lib/appearance.ts; without it the stylesheet follows the system.
try {
  const saved = JSON.parse(localStorage.getItem('hearth.appearance') ?? 'null');
  for (const [name, value] of Object.entries(saved?.attributes ?? {})) {
    document.documentElement.setAttribute(name, value);
  }
  if (saved?.fontSize) document.documentElement.style.fontSize = saved.fontSize;
} catch {
  // Storage can be blocked or hold something else; the defaults of the stylesheet stand.
}
