import type { Message } from '@hearth/contract';

/** Whether it is what somebody said, here or where it was handed on from. */
export const isVoice = ({ type, forward }: Partial<Pick<Message, 'type' | 'forward'>>): boolean =>
  type === 'VOICE' || forward?.voice === true;
