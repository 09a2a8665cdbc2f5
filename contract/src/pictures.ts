import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { id } from './ids.js';
import { limits } from './limits.js';
import { file, noContent, route } from './route.js';
import { inviteParams, server } from './servers.js';
import { me } from './users.js';
import { pictureData } from './picture-data.js';

const pixel = z.number().int().max(65_535);

/** What of a picture is taken, in pixels of it as it is seen. */
export const crop = z
  .object({ x: pixel.min(0), y: pixel.min(0), width: pixel.min(1), height: pixel.min(1) })
  .meta({ id: 'Crop', description: 'Without it, as much of the middle as there is' });
export type Crop = z.infer<typeof crop>;

const picture = z.object({ image: pictureData(limits.pictureBytes), crop: crop.optional() });
const reason = auditReason.optional();

/** As JSON, base64 in it. */
const bodyBytes = Math.ceil(limits.pictureBytes / 3) * 4 + 10_000;

const made = `of a PNG, JPEG, GIF, WebP or AVIF of up to ${limits.pictureBytes / 1_024 / 1_024} MiB; one that moves goes on moving`;
const { avatar, banner } = limits.pictures;
const serverParams = z.object({ serverId: id });

const own = { tag: 'users', response: me, status: 200, bodyBytes, body: picture.meta({ id: 'SetOwnPicture' }) } as const;
const ofServer = {
  tag: 'servers',
  params: serverParams,
  response: server,
  bodyBytes,
  body: picture.extend({ reason }).meta({ id: 'SetServerPicture' }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
} as const;
const away = {
  tag: 'servers',
  params: serverParams,
  query: z.object({ reason }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
} as const;

export const setAvatar = route({
  ...own,
  method: 'POST',
  path: '/users/me/avatar',
  summary: `Set the own picture, a square of up to ${avatar.width} pixels, ${made}`,
});

export const removeAvatar = route({
  method: 'DELETE',
  path: '/users/me/avatar',
  tag: 'users',
  summary: 'Remove the own picture',
  response: noContent,
});

export const setProfileBanner = route({
  ...own,
  method: 'POST',
  path: '/users/me/banner',
  summary: `Set the banner of the own profile, up to ${banner.width} by ${banner.height} pixels, ${made}`,
});

export const removeProfileBanner = route({
  method: 'DELETE',
  path: '/users/me/banner',
  tag: 'users',
  summary: 'Remove the banner of the own profile; its colour stays',
  response: noContent,
});

export const setServerIcon = route({
  ...ofServer,
  method: 'PUT',
  path: '/servers/:serverId/icon',
  summary: `Set the icon of a server, a square of up to ${avatar.width} pixels, ${made}. Needs MANAGE_SERVER`,
});

export const removeServerIcon = route({
  ...away,
  method: 'DELETE',
  path: '/servers/:serverId/icon',
  summary: 'Remove the icon of a server; needs MANAGE_SERVER',
});

export const getInviteIcon = route({
  method: 'GET',
  path: '/invites/:code/icon',
  tag: 'servers',
  summary:
    'The icon of the server to which an invite leads, 128 pixels wide and still, for whoever holds it: no element of a page can show an access token',
  auth: 'public',
  params: inviteParams,
  response: file,
  errors: ['INVITE_INVALID', 'NOT_FOUND', 'UNAVAILABLE'],
});

export const setServerBanner = route({
  ...ofServer,
  method: 'PUT',
  path: '/servers/:serverId/banner',
  summary: `Set the banner of a server, up to ${banner.width} by ${banner.height} pixels, ${made}. Needs MANAGE_SERVER`,
});

export const removeServerBanner = route({
  ...away,
  method: 'DELETE',
  path: '/servers/:serverId/banner',
  summary: 'Remove the banner of a server; needs MANAGE_SERVER',
});

export const pictureRoutes = {
  setAvatar,
  removeAvatar,
  setProfileBanner,
  removeProfileBanner,
  setServerIcon,
  removeServerIcon,
  getInviteIcon,
  setServerBanner,
  removeServerBanner,
};
