export interface InviteUse {
  uses: number;
  maxUses: number | null;
  expiresAt: Date | null;
}

/** Whether an invite still lets somebody in. */
export const isUsable = ({ uses, maxUses, expiresAt }: InviteUse, now: Date): boolean =>
  (maxUses === null || uses < maxUses) && (expiresAt === null || expiresAt > now);
