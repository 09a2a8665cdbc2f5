/** What works wherever one is: `AppShortcuts` acts on these, and the sheet of all shortcuts shows them. */
export const appKeys = {
  previousChannel: { keys: 'alt+up', text: 'shortcuts.previousChannel' },
  nextChannel: { keys: 'alt+down', text: 'shortcuts.nextChannel' },
  previousUnread: { keys: 'alt+shift+up', text: 'shortcuts.previousUnread' },
  nextUnread: { keys: 'alt+shift+down', text: 'shortcuts.nextUnread' },
  back: { keys: 'escape', text: 'shortcuts.escape' },
  switcher: { keys: 'mod+k', text: 'shortcuts.switcher' },
  search: { keys: 'mod+f', text: 'shortcuts.search' },
  settings: { keys: 'mod+,', text: 'shortcuts.settings' },
  all: { keys: 'mod+/', text: 'shortcuts.all' },
} as const;

export type AppKey = keyof typeof appKeys;
