import i18next from 'i18next';
import { RotateCw, TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { distrustKept } from '@/features/offline';
import { Button, EmptyState } from '@/ui';

interface Props {
  children: ReactNode;
}

/** When the app itself fails: says so, and offers the one thing that helps. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    distrustKept();
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const reload = (
    <Button variant="primary" icon={RotateCw} onClick={() => location.reload()}>
      {i18next.t('crash.reload')}
    </Button>
  );
  return (
    <main role="alert" className="flex min-h-full items-center justify-center bg-canvas p-4">
      <EmptyState icon={TriangleAlert} title={i18next.t('crash.title')} action={reload}>
        {i18next.t('crash.text')}
      </EmptyState>
    </main>
  );
}
