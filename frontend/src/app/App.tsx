import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { queryClient } from '@/api';
import { useSession } from '@/features/auth';
import { currentLanguage, directionOf, TextsProvider, useTranslation } from '@/i18n';
import { UiProvider } from '@/ui';
import { latePart } from '@/lib/lazy-part';
import { ErrorBoundary } from './ErrorBoundary';
import { SignedIn } from './shell/SignedIn';
import { Unreachable } from './screens/Unreachable';
import { useAppearance } from './use-appearance';
import { useUiTexts } from './use-ui-texts';

const AnonymousScreens = lazy(() => import('./screens/AnonymousScreens'));
const UpdateOffer = latePart(() => import('./updates/UpdateOffer'));
const InviteScreen = lazy(() => import('./screens/InviteScreen'));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <TextsProvider>
        <Localised />
      </TextsProvider>
    </QueryClientProvider>
  );
}

function Localised() {
  // Renders again when the language changes.
  useTranslation();
  useAppearance();
  const labels = useUiTexts();
  return (
    <UiProvider dir={directionOf(currentLanguage())} labels={labels}>
      <ErrorBoundary>
        <Suspense>
          <Switch>
            <Route path="/invite/:code">{({ code }) => <InviteScreen key={code} code={code} />}</Route>
            <Route>
              <BySession />
            </Route>
          </Switch>
        </Suspense>
        <Suspense>
          <UpdateOffer />
        </Suspense>
      </ErrorBoundary>
    </UiProvider>
  );
}

function BySession() {
  const session = useSession();
  switch (session.status) {
    case 'unreachable':
      return <Unreachable onRetry={session.retry} />;
    case 'anonymous':
      return <AnonymousScreens instance={session.instance} ended={session.ended} />;
    // One and the same place for both, so that the skeleton does not begin anew in between.
    case 'loading':
    case 'signedIn':
      return <SignedIn userId={session.status === 'signedIn' ? session.userId : null} />;
  }
}
