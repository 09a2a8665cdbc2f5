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
  /** A number in the digits of the language. */
  number: (value: number) => string;
}

const LabelsContext = /* @__PURE__ */ createContext<UiLabels | null>(null);

export function UiLabelsProvider({ labels, children }: { labels: UiLabels; children: ReactNode }) {
  return <LabelsContext value={labels}>{children}</LabelsContext>;
}

export function useUiLabels(): UiLabels {
  const labels = use(LabelsContext);
  if (!labels) throw new Error('useUiLabels needs UiProvider around it');
  return labels;
}
