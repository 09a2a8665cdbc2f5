import { limits, type SignedIn } from '@hearth/contract';
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { fieldErrors, hasCode } from '@/api';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Button, FormError, TextField } from '@/ui';
import { useRegister } from '@/features/auth';
import { registerFaults, type RegisterFaults, type RegisterValues } from './register-rules';

export interface RegisterFormProps {
  inviteCode?: string;
  setupToken?: string;
  submitLabel: string;
  onRegistered?: (signedIn: SignedIn) => void;
}

const empty: RegisterValues = { username: '', displayName: '', password: '' };

export function RegisterForm({ inviteCode, setupToken, submitLabel, onRegistered }: RegisterFormProps) {
  const { t } = useTranslation();
  const register = useRegister();
  const [values, setValues] = useState(empty);
  const [faults, setFaults] = useState<RegisterFaults>({});
  const [refusals, setRefusals] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFocusFault(form, refusals);
  const refuse = (found: RegisterFaults) => {
    setFaults(found);
    setRefusals((count) => count + 1);
  };
  const change = (name: keyof RegisterValues) => (value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setFaults(({ [name]: _mended, ...others }) => others);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = registerFaults(values, t);
    if (Object.keys(found).length > 0) return refuse(found);
    const { username, displayName, password } = values;
    const named = displayName.trim() === '' ? {} : { displayName };
    try {
      onRegistered?.(await register.mutateAsync({ username, password, ...named, inviteCode, setupToken }));
    } catch (error) {
      refuse(hasCode(error, 'USERNAME_TAKEN') ? { username: t('errors.USERNAME_TAKEN') } : fieldErrors(error));
    }
  };
  const field = (name: keyof RegisterValues) => ({ name, value: values[name], onValueChange: change(name), error: faults[name] });
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <RegisterError error={register.error} hasFaults={Object.keys(faults).length > 0} />
      <TextField
        {...field('username')}
        label={t('auth.username')}
        hint={t('auth.usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        maxLength={limits.username.max}
      />
      <TextField
        {...field('displayName')}
        label={t('auth.displayName')}
        hint={t('auth.displayNameHint')}
        optional
        autoComplete="name"
        dir="auto"
        maxLength={limits.displayName}
      />
      <TextField
        {...field('password')}
        label={t('auth.password')}
        hint={t('auth.passwordHint', { count: limits.password.min })}
        type="password"
        autoComplete="new-password"
        maxLength={limits.password.max}
      />
      <Button type="submit" variant="primary" size="large" fullWidth loading={register.isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}

/** What belongs to a field stands at the field. */
function RegisterError({ error, hasFaults }: { error: Error | null; hasFaults: boolean }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const format = useFormat();
  if (!error || hasFaults || hasCode(error, 'USERNAME_TAKEN')) return <FormError />;
  // An account is made together with its place in the server, or not at all: waiting would not help.
  const age = hasCode(error, 'ACCOUNT_TOO_NEW') ? error.problem.retryAfter : undefined;
  return <FormError>{age === undefined ? errorText(error) : t('auth.accountTooNew', { time: format.duration(age) })}</FormError>;
}

/** Leads to the first field that needs mending, each time something was refused; never while the person types. */
function useFocusFault(form: RefObject<HTMLFormElement | null>, refusals: number) {
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [form, refusals]);
}
