import type { Channel } from '@hearth/contract';

/** Whether copies of announcements may come to a channel. */
export const receivesCopies = ({ type, serverId }: Channel): boolean => serverId !== null && (type === 'TEXT' || type === 'ANNOUNCEMENT');
