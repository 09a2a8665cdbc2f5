import type { AttachmentKind } from '@hearth/contract';
import type { MadeFile } from '../media/tasks.js';

/** An object that was uploaded, fetched to be worked at. */
export interface Work {
  kind: AttachmentKind;
  contentType: string;
  bytes: number;
  /** Path of a copy. */
  source: string;
  /** Where what is made goes, each file under the name of its variant. It goes when the work is done. */
  folder: string;
}

/** What came of it. */
export interface Made {
  /** One called `original` takes the place of what was brought. */
  files: MadeFile[];
  /** As the contract's attachment has it. */
  meta: object;
  /** Where it is another one than its beginning let think. */
  contentType?: string;
  /** Something that plays everywhere is to be made of it, which takes minutes. */
  needsRendition?: boolean;
}

/** Makes what is shown of one kind of files. */
export interface Maker {
  /** @throws Refusal for what can only be saved as it came */
  make(work: Work): Promise<Made>;
}

/** It is shown as it came. */
export const AS_IT_IS: Made = { files: [], meta: {} };
