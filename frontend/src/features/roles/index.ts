/**
 * What roles mean on screen. Roles themselves are held by the feature `servers`.
 *
 * - `orderedRoles(roles, serverId)`: the highest first, without @everyone.
 */
export { orderedRoles } from './role-order';
