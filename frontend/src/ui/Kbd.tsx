import { cn } from '@/lib/cn';
import { isMac } from '@/lib/keys';

const macKeys: Record<string, string> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' };
const otherKeys: Record<string, string> = { mod: 'Ctrl', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' };
const sharedKeys: Record<string, string> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: '↵',
  escape: 'Esc',
  delete: 'Del',
  home: 'Home',
  end: 'End',
  plus: '+',
};

function keyCaps(keys: string): string[] {
  const modifiers = isMac() ? macKeys : otherKeys;
  return keys.split('+').map((key) => modifiers[key] ?? sharedKeys[key] ?? key.toUpperCase());
}

/** The form that `aria-keyshortcuts` wants. */
export function ariaKeys(keys: string): string {
  const names: Record<string, string> = { mod: isMac() ? 'Meta' : 'Control', ctrl: 'Control', up: 'ArrowUp', down: 'ArrowDown' };
  return keys
    .split('+')
    .map((key) => names[key] ?? key.charAt(0).toUpperCase() + key.slice(1))
    .join('+');
}

/** Keys of a shortcut, such as `mod+k` or `alt+shift+up`; `mod` is Command on Apple's machines and Ctrl on others. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd dir="ltr" className={cn('inline-flex gap-1 font-sans', className)}>
      {keyCaps(keys).map((cap) => (
        <kbd
          key={cap}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-chip border border-line bg-hover px-1 font-sans text-meta font-medium text-fg-muted"
        >
          {cap}
        </kbd>
      ))}
    </kbd>
  );
}
