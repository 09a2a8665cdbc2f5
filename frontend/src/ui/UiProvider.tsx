import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { UiLabelsProvider, type UiLabels } from './labels';
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
          <BaseTooltip.Provider delay={500} closeDelay={0}>
            <ToastProvider>{children}</ToastProvider>
          </BaseTooltip.Provider>
        </UiLabelsProvider>
      </DirectionProvider>
    </CSPProvider>
  );
}
