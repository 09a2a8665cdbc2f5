export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Names of keys that say more than their letter. */
const named: Record<string, string> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  enter: 'Enter',
  escape: 'Escape',
  delete: 'Delete',
  home: 'Home',
  end: 'End',
  plus: '+',
};

/** Where a key stands on the keyboard, for those who write in a script without Latin letters. */
const codes: Record<string, string> = { '/': 'Slash', ',': 'Comma' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a shortcut as `Kbd` shows it was pressed: `mod+/`, `alt+shift+up`, `e`. `mod` is Ctrl or Command. */
export function isPressed(keys: string, event: Pressed): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.includes(modifier);
  // Which keys need Shift for a sign differs between keyboards.
  const isShiftRight = isSign(key) || wants('shift') === event.shiftKey;
  return isKey(key, event) && isShiftRight && wants('mod') === (event.ctrlKey || event.metaKey) && wants('alt') === event.altKey;
}

const isSign = (key: string): boolean => key === 'plus' || /^[^\p{L}\p{N}]$/u.test(key);

function isKey(key: string, event: Pressed): boolean {
  const pressed = event.key.toLowerCase();
  if (pressed === (named[key] ?? key).toLowerCase()) return true;
  // Keyboards of Macs have no other one.
  if (key === 'delete') return isMac() && pressed === 'backspace';
  const isOtherScript = /^\P{ASCII}$/u.test(pressed);
  return isOtherScript && event.code === (codes[key] ?? `Key${key.toUpperCase()}`);
}

/** Keys by which somebody composes belong to the input method. Safari ends a composition before it tells of the Enter that ended it. */
export const isComposing = ({ isComposing: composes, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  composes || keyCode === 229;
