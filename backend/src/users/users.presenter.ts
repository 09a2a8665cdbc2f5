import type { ChosenStatus, Me, UserProfile, UserSummary } from '@hearth/contract';

/** Works on rows of Prisma and of the driver alike: an id is a bigint in one and text in the other. */
export interface UserSummaryRow {
  id: bigint | string;
  username: string;
  displayName: string;
  avatar: string | null;
}

export interface UserRow extends UserSummaryRow {
  bio: string;
  createdAt: Date;
  email: string | null;
  isAdmin: boolean;
  status: ChosenStatus;
}

export const presentUserSummary = ({ id, username, displayName, avatar }: UserSummaryRow): UserSummary => ({
  id: id.toString(),
  username,
  displayName,
  avatar,
});

export const presentUserProfile = (user: UserRow): UserProfile => ({
  ...presentUserSummary(user),
  bio: user.bio,
  createdAt: user.createdAt.toISOString(),
});

export const presentMe = (user: UserRow): Me => ({
  ...presentUserProfile(user),
  email: user.email,
  isAdmin: user.isAdmin,
  status: user.status,
});
