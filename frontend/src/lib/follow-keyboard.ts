/** Less is a bar of the browser that comes or goes. */
const KEYBOARD = 100;

/**
 * Where the keyboard of a phone lies over the page and the browser does not shrink it (`interactive-widget` is not known to Safari), the page
 * ends above it, so that one sees what one writes and what it answers.
 */
export function followKeyboard(): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = (): void => {
    const hidden = window.innerHeight - viewport.height;
    // Somebody who has zoomed in sees less of the page by choice.
    const isKeyboard = viewport.scale === 1 && hidden > KEYBOARD;
    document.documentElement.style.setProperty('--keyboard', isKeyboard ? `${hidden}px` : '0px');
    // Safari scrolls the page to where the field was.
    if (isKeyboard && window.scrollY > 0) window.scrollTo(0, 0);
  };
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
}
