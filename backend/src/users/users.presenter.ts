import type { ChosenStatus, Me, UserProfile, UserSummary } from '@hearth/contract';

/** Works on rows of Prisma and of the driver alike: an id is a bigint in one and text in the other. */
export interface UserSummaryRow {
  id: bigint | string;
  username: string;
  displayName: string;
  avatar: string | null;
}

interface StatusTextRow {
  statusText: string;
  statusExpiresAt: Date | null;
}

export interface UserRow extends UserSummaryRow, StatusTextRow {
  bio: string;
  pronouns: string;
  bannerColor: number | null;
  banner: string | null;
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
  pronouns: user.pronouns,
  bannerColor: user.bannerColor,
  banner: user.banner,
  createdAt: user.createdAt.toISOString(),
});

/** What somebody says of themselves, until it expires. `now` in milliseconds. */
function presentStatusText({ statusText, statusExpiresAt }: StatusTextRow, now: number): Pick<Me, 'statusText' | 'statusExpiresAt'> {
  const isOver = statusText === '' || (statusExpiresAt !== null && statusExpiresAt.getTime() <= now);
  return isOver ? { statusText: '', statusExpiresAt: null } : { statusText, statusExpiresAt: statusExpiresAt?.toISOString() ?? null };
}

export const presentMe = (user: UserRow): Me => ({
  ...presentUserProfile(user),
  email: user.email,
  isAdmin: user.isAdmin,
  status: user.status,
  ...presentStatusText(user, Date.now()),
});
