import type { Me, UserProfile, UserSummary } from '@hearth/contract';
import type { User } from '../generated/prisma/client.js';

/** Works on rows of Prisma and of the driver alike: an id is a bigint in one and text in the other. */
export interface UserSummaryRow {
  id: bigint | string;
  username: string;
  displayName: string;
  avatar: string | null;
}

export const presentUserSummary = ({ id, username, displayName, avatar }: UserSummaryRow): UserSummary => ({
  id: id.toString(),
  username,
  displayName,
  avatar,
});

export const presentUserProfile = (user: UserSummaryRow & Pick<User, 'bio' | 'createdAt'>): UserProfile => ({
  ...presentUserSummary(user),
  bio: user.bio,
  createdAt: user.createdAt.toISOString(),
});

export const presentMe = (user: User): Me => ({
  ...presentUserProfile(user),
  email: user.email,
  isAdmin: user.isAdmin,
  status: user.status,
});
