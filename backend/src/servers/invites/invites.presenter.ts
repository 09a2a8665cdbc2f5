import type { Invite, InvitePreview } from '@hearth/contract';
import { presentUserSummary, type UserSummaryRow } from '../../users/users.service.js';

export interface InviteRow {
  code: string;
  serverId: bigint;
  channelId: bigint | null;
  inviterId: bigint | null;
  uses: number;
  maxUses: number | null;
  expiresAt: Date | null;
  createdAt: Date;
  inviter: UserSummaryRow | null;
}

export interface InvitePreviewRow extends InviteRow {
  server: { id: bigint; name: string; icon: string | null; memberCount: number };
  channel: { id: bigint; name: string } | null;
}

export const presentInvite = (invite: InviteRow): Invite => ({
  code: invite.code,
  serverId: invite.serverId.toString(),
  channelId: invite.channelId?.toString() ?? null,
  inviter: invite.inviter && presentUserSummary(invite.inviter),
  uses: invite.uses,
  maxUses: invite.maxUses,
  expiresAt: invite.expiresAt?.toISOString() ?? null,
  createdAt: invite.createdAt.toISOString(),
});

/** @param showsChannel false when not every member may see the channel: then its name is not for strangers either */
export const presentInvitePreview = (
  { code, server, channel, inviter, expiresAt }: InvitePreviewRow,
  showsChannel: boolean,
): InvitePreview => ({
  code,
  server: { ...server, id: server.id.toString() },
  channel: channel && showsChannel ? { ...channel, id: channel.id.toString() } : null,
  inviter: inviter && presentUserSummary(inviter),
  expiresAt: expiresAt?.toISOString() ?? null,
});
