/** `RoleChip`: a role by its colour and name, to be taken out again or not. */
export { RoleChip } from './RoleChip';
