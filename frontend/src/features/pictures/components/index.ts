/**
 * Pictures of people and servers, and the way to change them.
 *
 * - `OwnPictures`: avatar and banner of the signed-in user.
 * - `ServerPictures`: icon and banner of a server, for those who may manage it.
 */
import { managementScreen } from '@/i18n';

export const OwnPictures = /* @__PURE__ */ managementScreen(() => import('./OwnPictures'));
export const ServerPictures = /* @__PURE__ */ managementScreen(() => import('./ServerPictures'));
