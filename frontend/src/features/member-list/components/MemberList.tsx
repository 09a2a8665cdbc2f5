import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { useDelayedFlag } from '@/lib/use-delayed-flag';
import { ErrorState } from '@/ui';
import { useMemberPart } from '@/features/member-list';
import { MemberListSkeleton } from './MemberListSkeleton';
import type { OpenProfile } from './MemberRow';
import { MemberRows } from './MemberRows';

export interface MemberListProps {
  serverId: string;
  channelId: string;
  /** False while it is covered: nothing is asked for then. */
  active?: boolean;
  onOpenProfile?: OpenProfile | undefined;
}

const none: readonly number[] = [];
/** A pane that slides away, in milliseconds, does not empty itself on its way. */
const SLIDES = 400;

/** Who may see a channel: under their hoisted roles, and who is here before who is not. Of thousands only those on screen are there. */
export function MemberList({ serverId, channelId, active = true, onOpenProfile }: MemberListProps) {
  const { t } = useTranslation();
  const [blocks, setBlocks] = useState<readonly number[]>([0]);
  const hidden = useDelayedFlag(!active, SLIDES);
  const { part, failed, retry } = useMemberPart({ serverId, channelId }, hidden ? none : blocks);
  if (part) return <MemberRows part={part} onSee={setBlocks} onOpenProfile={onOpenProfile} />;
  // In a pane that is away nothing is on its way.
  if (hidden) return null;
  return failed ? <ErrorState title={t('members.failed')} onRetry={retry} /> : <MemberListSkeleton />;
}
