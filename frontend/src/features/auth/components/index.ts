import { managementScreen } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';
export { AuthCard } from './AuthCard';
export { LoginForm } from './LoginForm';
export { RegisterForm } from './RegisterForm';
export { TextButton, TextLink } from './TextLink';

export const SessionsSettings = /* @__PURE__ */ lazyPart(() => import('./SessionsSettings'));
export const AccountSettings = /* @__PURE__ */ managementScreen(() => import('./AccountSettings'));
