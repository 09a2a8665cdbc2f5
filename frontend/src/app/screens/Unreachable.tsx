import { useTranslation } from '@/i18n';
import { ErrorState } from '@/ui';

/** When it cannot be found out who is signed in. It tries again by itself. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="flex min-h-full items-center bg-canvas p-4">
      <ErrorState title={t('unreachable.title')} onRetry={onRetry}>
        {t('unreachable.text')}
      </ErrorState>
    </main>
  );
}
