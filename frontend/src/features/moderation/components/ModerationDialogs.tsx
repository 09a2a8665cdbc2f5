import type { ModerationAct } from '@/features/moderation';
import type { ActDialogProps } from './act-dialog';
import { BanDialog } from './BanDialog';
import { KickDialog } from './KickDialog';
import { NicknameDialog } from './NicknameDialog';
import { ReportDialog } from './ReportDialog';
import { TimeoutDialog } from './TimeoutDialog';

/** The dialog of an act that was begun. */
export default function ModerationDialogs({ act, ...dialog }: ActDialogProps & { act: ModerationAct }) {
  switch (act.kind) {
    case 'kick':
      return <KickDialog {...dialog} {...act} />;
    case 'ban':
      return <BanDialog {...dialog} {...act} />;
    case 'timeout':
      return <TimeoutDialog {...dialog} {...act} />;
    case 'nickname':
      return <NicknameDialog {...dialog} {...act} />;
    case 'reportUser':
    case 'reportMessage':
      return <ReportDialog {...dialog} act={act} />;
  }
}
