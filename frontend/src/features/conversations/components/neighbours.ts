import { channelsOf, CONVERSATIONS } from '@/features/channels';
import { neighbourOf, type Step } from '@/features/channels/components';
import { conversations } from '../cache';
import { inOrder } from '../order';

/** The conversation after or before this one as the list shows them, round the ends; null if there is no other. */
export const neighbourConversation = (step: Step): string | null =>
  neighbourOf(
    inOrder(channelsOf(CONVERSATIONS).get(), conversations.get(), false).map(({ channel }) => channel),
    step,
  );
