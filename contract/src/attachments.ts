import * as z from 'zod';
import { attachmentKinds } from './choices.js';
import { id } from './ids.js';
import { limits } from './limits.js';

/** How a file is shown: `document` has a first page or first lines, and `file` nothing to look at. */
export const attachmentKind = z.enum(attachmentKinds).meta({ id: 'AttachmentKind' });
export type AttachmentKind = z.infer<typeof attachmentKind>;

/**
 * `processing`: what is shown of it is being made. `failed`: nothing could be made of it, it can be downloaded. `quarantined`: something
 * harmful was found in it, nobody gets it.
 */
export const attachmentState = z.enum(['processing', 'ready', 'failed', 'quarantined']).meta({ id: 'AttachmentState' });
export type AttachmentState = z.infer<typeof attachmentState>;

const pixels = z.number().int().min(1);

/** A file of a message, the same for every reader. Its bytes: `GET /files/:id/:variant`, for `original` and what `variants` names. */
export const attachment = z
  .object({
    id,
    name: z.string(),
    /** By what is in it, whatever its name says. */
    contentType: z.string(),
    /** Bytes. */
    size: z.number().int(),
    kind: attachmentKind,
    state: attachmentState,
    variants: z.array(z.string()),
    width: pixels.optional(),
    height: pixels.optional(),
    animated: z.literal(true).optional(),
    /** Seconds. */
    duration: z.number().optional(),
    /** How loud it is from beginning to end: base64 of bytes. */
    waveform: z.string().optional(),
    /** A data URL of a tiny picture, to be shown blurred until the first one is there. */
    placeholder: z.string().optional(),
    /** The first lines of a text. */
    text: z.string().optional(),
    /** What was found in it that is harmful, by the name that the scanner gives it. */
    threat: z.string().optional(),
    pages: z.number().int().optional(),
    alt: z.string().optional(),
    spoiler: z.literal(true).optional(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

const different = (ids: string[]) => new Set(ids).size === ids.length;

/** Of own files that are whole and not sent yet. */
export const attachmentIds = z.array(id).max(limits.attachments).refine(different, { error: 'must not name a file twice' });
