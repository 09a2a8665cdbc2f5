import type { PermissionName } from '@hearth/contract';
import type { Script } from './script.js';

export interface Person {
  username: string;
  displayName: string;
  /** What others call them in a sentence. */
  calledName: string;
  bio: string;
}

export interface RoleOutline {
  name: string;
  /** 0xRRGGBB. */
  color: number;
  permissions: readonly PermissionName[];
  /** User names. */
  members: readonly string[];
}

export interface CategoryOutline {
  name: string;
  channels: readonly { name: string; topic: string; script: Script }[];
}

/** A server before anybody has an id. */
export interface ServerOutline {
  name: string;
  /** Its first member. */
  owner: string;
  /** User names in the order in which they joined, before the story begins. */
  members: readonly string[];
  /** Who joined on a day of the story. */
  newcomers: Readonly<Record<string, number>>;
  /** The highest first. */
  roles: readonly RoleOutline[];
  categories: readonly CategoryOutline[];
}
