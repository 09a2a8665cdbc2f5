/** What the user may do with a thread. */
export interface ThreadRights {
  /** Rename, tag, archive. */
  edit: boolean;
  moderate: boolean;
  /** Take it out of the archive. */
  wake: boolean;
}
