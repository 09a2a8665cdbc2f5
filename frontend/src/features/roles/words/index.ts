/** `usePermissionWords()`: permissions in people's words; `isShown(permission)`: whether there are any for it. */
export { usePermissionWords } from '../components/use-permission-words';
export { isShown } from '../permission-groups';
