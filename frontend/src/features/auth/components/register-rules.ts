import { limits } from '@hearth/contract';
import type { TFunction } from 'i18next';

export interface RegisterValues {
  username: string;
  displayName: string;
  password: string;
}

export type RegisterFaults = Partial<Record<keyof RegisterValues, string>>;

/** What the server would refuse, said before it is asked and in the person's language. */
export function registerFaults(values: RegisterValues, t: TFunction): RegisterFaults {
  return withoutEmpty({
    username: usernameFault(values.username, t),
    displayName: [...values.displayName.trim()].length > limits.displayName ? t('form.tooLong', { count: limits.displayName }) : undefined,
    password: passwordFault(values.password, t),
  });
}

function usernameFault(typed: string, t: TFunction): string | undefined {
  const name = typed.trim().toLowerCase();
  if (name === '') return t('auth.usernameMissing');
  if (!/^[a-z0-9_.]+$/.test(name)) return t('auth.usernameLetters');
  if (name.length < limits.username.min) return t('form.tooShort', { count: limits.username.min });
  return name.length > limits.username.max ? t('form.tooLong', { count: limits.username.max }) : undefined;
}

function passwordFault(password: string, t: TFunction): string | undefined {
  if (password.length < limits.password.min) return t('form.tooShort', { count: limits.password.min });
  return password.length > limits.password.max ? t('form.tooLong', { count: limits.password.max }) : undefined;
}

const withoutEmpty = (faults: Record<keyof RegisterValues, string | undefined>): RegisterFaults =>
  Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
