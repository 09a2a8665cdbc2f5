/**
 * What roles mean on screen. Roles themselves are held by the feature `servers`.
 *
 * - `orderedRoles(roles, serverId)`: the highest first, without @everyone.
 * - `meanTheSame(overwrites, others)`: whether two channels have the same rules.
 */
export { meanTheSame } from './overwrites';
export { orderedRoles } from './role-order';
