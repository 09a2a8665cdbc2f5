import type { SignedIn } from '@hearth/contract';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '@/api';
import { useErrorText } from '@/i18n';
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
  const [missing, setMissing] = useState<{ login?: boolean; password?: boolean }>({});
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [login, password] = [String(data.get('login')).trim(), String(data.get('password'))];
    setMissing({ login: login === '', password: password === '' });
    if (login === '' || password === '') return focusField(form.current, login === '' ? 'login' : 'password');
    try {
      await onLoggedIn?.(await logIn.mutateAsync({ login, password }));
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
        dir="auto"
        error={missing.login ? t('auth.usernameMissing') : undefined}
        onValueChange={() => setMissing({})}
      />
      <TextField
        name="password"
        label={t('auth.password')}
        type="password"
        autoComplete="current-password"
        error={missing.password ? t('auth.passwordMissing') : undefined}
        onValueChange={() => setMissing({})}
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
