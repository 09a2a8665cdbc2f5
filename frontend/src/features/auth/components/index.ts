import { lazy } from 'react';

export { AuthCard } from './AuthCard';
export { LoginForm } from './LoginForm';
export { RegisterForm } from './RegisterForm';
export { TextButton, TextLink } from './TextLink';

export const SessionsSettings = /* @__PURE__ */ lazy(() => import('./SessionsSettings'));
