/** How the user names of accounts that are gone begin, before the id: no name that is given has a hyphen. Without schemas, since every name is looked at for it. */
export const DELETED_USERNAME = 'deleted-';
