import { reviseMessage, type PendingMessage } from '@/features/messages';
import { focusComposer } from './focus-composer';

/** Back into the composer: as it stands it would be refused again. */
export function revise(pending: PendingMessage): void {
  reviseMessage(pending);
  focusComposer();
}
