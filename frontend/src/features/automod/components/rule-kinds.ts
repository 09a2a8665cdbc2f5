import type { AutoModTriggerType } from '@hearth/contract';
import { AtSign, CopyX, Link2Off, Regex, Siren, WholeWord, type LucideIcon } from 'lucide-react';

export const kindIcons: Record<AutoModTriggerType, LucideIcon> = {
  KEYWORD: WholeWord,
  PATTERN: Regex,
  MENTION_SPAM: AtSign,
  REPEATED_TEXT: CopyX,
  INVITE_LINK: Link2Off,
  RAID: Siren,
};
