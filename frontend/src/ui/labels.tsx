import { createContext, use, type ReactNode } from 'react';

/** The few words that primitives say by themselves. The app gives them in the person's language. */
export interface UiLabels {
  close: string;
  cancel: string;
  dismiss: string;
  retry: string;
  loading: string;
  copy: string;
  copied: string;
  showPassword: string;
  hidePassword: string;
  optional: string;
  notifications: string;
  typeToConfirm: (text: string) => string;
  online: string;
  idle: string;
  dnd: string;
  offline: string;
  noColor: string;
  chooseColor: string;
  customColor: string;
  wrongColor: string;
  deny: string;
  inherit: string;
  allow: string;
  clear: string;
  showChoices: string;
  nothingFound: string;
  remove: (name: string) => string;
  showMore: string;
  from: string;
  to: string;
  endBeforeStart: string;
  reorder: (name: string) => string;
  reorderHint: string;
  lifted: (name: string, position: number, count: number) => string;
  movedTo: (name: string, position: number, count: number) => string;
  dropped: (name: string, position: number, count: number) => string;
  putBack: (name: string) => string;
  unsavedChanges: string;
  saveFirst: string;
  reset: string;
  save: string;
  stepDone: string;
}

const english: UiLabels = {
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  retry: 'Try again',
  loading: 'Loading',
  copy: 'Copy',
  copied: 'Copied',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  optional: 'Optional',
  notifications: 'Notifications',
  typeToConfirm: (text) => `Type “${text}” to confirm`,
  online: 'Online',
  idle: 'Idle',
  dnd: 'Do not disturb',
  offline: 'Offline',
  noColor: 'No colour',
  chooseColor: 'Choose any colour',
  customColor: 'Colour by its digits',
  wrongColor: 'Six digits from 0 to f, such as 1abc9c.',
  deny: 'Deny',
  inherit: 'As inherited',
  allow: 'Allow',
  clear: 'Clear',
  showChoices: 'Show choices',
  nothingFound: 'Nothing found',
  remove: (name) => `Remove ${name}`,
  showMore: 'Show more',
  from: 'From',
  to: 'To',
  endBeforeStart: 'The end comes before the beginning.',
  reorder: (name) => `Move ${name}`,
  reorderHint: 'Space picks it up, the arrow keys move it, Space puts it down, Escape puts it back.',
  lifted: (name, position, count) => `${name} picked up, place ${position} of ${count}`,
  movedTo: (name, position, count) => `${name}, place ${position} of ${count}`,
  dropped: (name, position, count) => `${name} put down, place ${position} of ${count}`,
  putBack: (name) => `${name} is back where it was`,
  unsavedChanges: "You haven't saved your changes.",
  saveFirst: 'Save or reset your changes first.',
  reset: 'Reset',
  save: 'Save changes',
  stepDone: 'Done',
};

const LabelsContext = /* @__PURE__ */ createContext<UiLabels>(english);

export function UiLabelsProvider({ labels, children }: { labels: Partial<UiLabels> | undefined; children: ReactNode }) {
  return <LabelsContext value={{ ...english, ...labels }}>{children}</LabelsContext>;
}

export function useUiLabels(): UiLabels {
  return use(LabelsContext);
}
