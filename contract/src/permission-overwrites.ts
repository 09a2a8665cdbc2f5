import * as z from 'zod';
import { id } from './ids.js';
import { limits } from './limits.js';
import { ALL_PERMISSIONS } from './permissions.js';

/** Permission bits as a decimal string. */
export const permissionsString = z
  .string()
  // `abort`: BigInt throws on what is not a number.
  .regex(/^\d{1,20}$/, { error: 'must be permission bits', abort: true });

export const permissionOverwrite = z
  .object({
    targetId: id,
    type: z.enum(['ROLE', 'MEMBER']),
    allow: permissionsString,
    deny: permissionsString,
  })
  .meta({ id: 'PermissionOverwrite' });

/** Bits that somebody may put into a role or an overwrite: none but those of permissions that there are. */
export const permissionBitsString = permissionsString.refine((bits) => (BigInt(bits) & ~ALL_PERMISSIONS) === 0n, {
  error: 'must be bits of permissions that there are',
});

export const isEitherWay = ({ allow, deny }: { allow: string; deny: string }) => (BigInt(allow) & BigInt(deny)) === 0n;
export const eitherWay = { error: 'a permission is either allowed or denied', path: ['deny'] };

export const overwriteFields = permissionOverwrite.extend({ allow: permissionBitsString, deny: permissionBitsString });

/** Overwrites as somebody wishes a channel to have them. */
export const overwritesInput = z
  .array(overwriteFields.refine(isEitherWay, eitherWay))
  .max(limits.overwritesPerChannel)
  .refine((list) => new Set(list.map(({ targetId }) => targetId)).size === list.length, { error: 'must name each role or member once' });
