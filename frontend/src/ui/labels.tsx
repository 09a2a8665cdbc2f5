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
};

const LabelsContext = /* @__PURE__ */ createContext<UiLabels>(english);

export function UiLabelsProvider({ labels, children }: { labels: Partial<UiLabels> | undefined; children: ReactNode }) {
  return <LabelsContext value={{ ...english, ...labels }}>{children}</LabelsContext>;
}

export function useUiLabels(): UiLabels {
  return use(LabelsContext);
}
