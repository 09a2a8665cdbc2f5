import type { Instance } from '@hearth/contract';
import { useEffect } from 'react';
import { useTranslation } from '@/i18n';
import { Route, Switch } from 'wouter';
import { AuthCard } from '@/features/auth/components';
import { noteShown } from '@/features/messages';
import { paths } from '@/lib/paths';
import { LoginScreen } from './LoginScreen';
import { RegisterScreen } from './RegisterScreen';
import { SetupScreen } from './SetupScreen';

export interface AnonymousScreensProps {
  instance: Instance;
  /** The session was ended by the server. */
  ended: boolean;
}

/** For somebody who is not signed in. Whatever address they came for opens once they are. */
export default function AnonymousScreens({ instance, ended }: AnonymousScreensProps) {
  useEffect(noteShown, []);
  return (
    <Switch>
      <Route path={paths.setup}>
        <SetupScreen isDone={!instance.setupRequired} />
      </Route>
      {instance.registration === 'open' && !instance.setupRequired && (
        <Route path={paths.register}>
          <RegisterScreen />
        </Route>
      )}
      <Route>{instance.setupRequired ? <NotSetUp /> : <LoginScreen mayRegister={instance.registration === 'open'} ended={ended} />}</Route>
    </Switch>
  );
}

function NotSetUp() {
  const { t } = useTranslation();
  return (
    <AuthCard title={t('setup.waitingTitle')} subtitle={t('setup.waitingText')}>
      {null}
    </AuthCard>
  );
}
