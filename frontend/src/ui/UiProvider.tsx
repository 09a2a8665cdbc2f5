import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import type { ReactNode } from 'react';
import { UiLabelsProvider, type UiLabels } from './labels';
import { TooltipLayer } from './TooltipLayer';
import { ToastProvider } from './Toast';

export interface UiProviderProps {
  dir: 'ltr' | 'rtl';
  labels?: Partial<UiLabels>;
  children: ReactNode;
}

/** Everything that primitives need around them; once, at the root. */
export function UiProvider({ dir, labels, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={dir}>
        <UiLabelsProvider labels={labels}>
          <ToastProvider>{children}</ToastProvider>
          <TooltipLayer />
        </UiLabelsProvider>
      </DirectionProvider>
    </CSPProvider>
  );
}
