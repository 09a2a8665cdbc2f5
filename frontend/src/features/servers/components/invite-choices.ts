import type { Request, createInvite } from '@hearth/contract';
import { useTranslation } from '@/i18n';

export const lifetimes = ['hour', 'day', 'week', 'month', 'forever'] as const;
export type Lifetime = (typeof lifetimes)[number];

export const uses = ['any', '1', '10', '100'] as const;
export type Uses = (typeof uses)[number];

const HOUR = 3_600;
const seconds: Record<Lifetime, number | null> = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR, forever: null };

export const inviteBody = (channelId: string | null, lifetime: Lifetime, maxUses: Uses): Request<typeof createInvite>['body'] => ({
  channelId,
  expiresIn: seconds[lifetime],
  maxUses: maxUses === 'any' ? null : Number(maxUses),
});

/** The choices in words. */
export function useChoices() {
  const { t } = useTranslation();
  return {
    lifetime: (value: Lifetime) => t(`invite.lifetimes.${value}`),
    uses: (value: Uses) => (value === 'any' ? t('invite.anyUses') : t('invite.uses', { count: Number(value) })),
  };
}
