import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Suspense, type ReactNode } from 'react';
import { UiLabelsProvider, type UiLabels } from './labels';
import { TooltipLayer } from './lazy-overlays';
import { ToastProvider } from './Toast';

export interface UiProviderProps {
  dir: 'ltr' | 'rtl';
  labels: UiLabels;
  children: ReactNode;
}

/** Everything that primitives need around them; once, at the root. */
export function UiProvider({ dir, labels, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={dir}>
        <UiLabelsProvider labels={labels}>
          <ToastProvider>{children}</ToastProvider>
          <Suspense>
            <TooltipLayer />
          </Suspense>
        </UiLabelsProvider>
      </DirectionProvider>
    </CSPProvider>
  );
}
