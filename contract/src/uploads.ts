import * as z from 'zod';
import { attachment, attachmentKind } from './attachments.js';
import { sanitiseFileName } from './file-name.js';
import { id } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { longText } from './text.js';

const tag = 'files';
const params = z.object({ fileId: id });

const altText = longText(0, limits.altText).transform((text) => text.trim());
const seconds = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, { error: 'must be a number of seconds' })
  .transform(Number);
/** What whoever recorded a voice message drew while they did, until the server has looked itself. */
const waveform = z
  .base64()
  // Four characters of base64 are three bytes.
  .min(Math.ceil(limits.waveform.min / 3) * 4)
  .max(Math.floor(limits.waveform.max / 3) * 4);

/** The header `Upload-Metadata`, decoded. `spoiler` is there or not. */
export const uploadMetadata = z
  .object({
    /** Where it is to be sent, or of the thread or post that is begun with it. */
    channelId: id,
    name: z.string().max(2_000).transform(sanitiseFileName),
    /** As the sender calls it. What it is shows what is in it. */
    type: longText(0, 255).optional(),
    alt: altText.optional(),
    spoiler: z
      .string()
      .nullable()
      .optional()
      .transform((flag) => flag !== undefined && flag !== 'false'),
    duration: seconds.optional(),
    waveform: waveform.optional(),
  })
  .meta({ id: 'UploadMetadata' });
export type UploadMetadata = z.infer<typeof uploadMetadata>;

const tus = 'tus 1.0 (https://tus.io/protocols/resumable-upload)';

export const createUpload = route({
  method: 'POST',
  path: '/files',
  tag,
  summary: `Begin to upload a file for a message, by ${tus}, with \`Upload-Length\` and \`Upload-Metadata\`: channelId, name, and where it is wanted type, alt, spoiler, duration, waveform. \`Location\` names it; its last part is the id for \`attachmentIds\``,
  limit: 'upload',
  response: noContent,
  status: 201,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'PAYLOAD_TOO_LARGE', 'QUOTA_EXCEEDED', 'LIMIT_REACHED', 'UNAVAILABLE'],
});

export const lookAtUpload = route({
  method: 'HEAD',
  path: '/files/:fileId',
  tag,
  summary: `How much of an own upload has arrived, by ${tus}`,
  params,
  response: noContent,
  status: 200,
  errors: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const continueUpload = route({
  method: 'PATCH',
  path: '/files/:fileId',
  tag,
  summary: `More of an own upload, by ${tus}. What was written over another connection before ends with this`,
  params,
  response: noContent,
  errors: ['NOT_FOUND', 'CONFLICT', 'PAYLOAD_TOO_LARGE', 'FILE_KIND_NOT_ALLOWED', 'UNAVAILABLE'],
});

export const deleteUpload = route({
  method: 'DELETE',
  path: '/files/:fileId',
  tag,
  summary: `Give up an own upload that is not sent, by ${tus}`,
  params,
  response: noContent,
  errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
});

export const updateAttachment = route({
  method: 'PATCH',
  path: '/attachments/:attachmentId',
  tag,
  summary: 'What an own file is called, what is seen on it, and whether it is hidden at first; before and after it is sent',
  params: z.object({ attachmentId: id }),
  body: z
    .object({
      name: z.string().min(1).max(2_000).transform(sanitiseFileName).optional(),
      /** Empty: none. */
      alt: altText.optional(),
      spoiler: z.boolean().optional(),
    })
    .meta({ id: 'UpdateAttachment' }),
  response: attachment,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const getUploadLimits = route({
  method: 'GET',
  path: '/files/limits',
  tag,
  summary: 'What a file for a message may be: how many bytes, and of which kinds, which its content decides once all of it is there',
  response: z.object({ maxFileBytes: z.number().int(), kinds: z.array(attachmentKind) }).meta({ id: 'UploadLimits' }),
});

export const uploadRoutes = { getUploadLimits, createUpload, lookAtUpload, continueUpload, deleteUpload, updateAttachment };
