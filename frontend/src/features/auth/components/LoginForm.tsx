import type { SignedIn } from '@hearth/contract';
import { useRef, useState, type FormEvent } from 'react';
import { hasCode } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, FormError, TextField } from '@/ui';
import { useLogin } from '@/features/auth';

export interface LoginFormProps {
  submitLabel?: string;
  onLoggedIn?: (signedIn: SignedIn) => Promise<void> | void;
}

export function LoginForm({ submitLabel, onLoggedIn }: LoginFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const logIn = useLogin();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isMissing = { login: isIncomplete && login.trim() === '', password: isIncomplete && password === '' };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const empty = login.trim() === '' ? 'login' : password === '' ? 'password' : null;
    setIncomplete(empty !== null);
    if (empty !== null) return focusField(form.current, empty);
    try {
      await onLoggedIn?.(await logIn.mutateAsync({ login: login.trim(), password }));
    } catch (error) {
      // The mutation keeps the error for the form to show.
      if (hasCode(error, 'INVALID_CREDENTIALS')) focusField(form.current, 'password');
    }
  };
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <FormError>{logIn.error && errorText(logIn.error)}</FormError>
      <TextField
        name="login"
        label={t('auth.username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={login}
        onValueChange={setLogin}
        error={isMissing.login ? t('auth.usernameMissing') : undefined}
      />
      <TextField
        name="password"
        label={t('auth.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onValueChange={setPassword}
        error={isMissing.password ? t('auth.passwordMissing') : undefined}
      />
      <Button type="submit" variant="primary" size="large" fullWidth loading={logIn.isPending}>
        {submitLabel ?? t('auth.logIn')}
      </Button>
    </form>
  );
}

function focusField(form: HTMLFormElement | null, name: string) {
  form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}
