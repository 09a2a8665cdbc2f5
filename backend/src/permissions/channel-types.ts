import type { ChannelType } from '@hearth/contract';

const withoutMessages: ReadonlySet<ChannelType> = new Set(['CATEGORY', 'FORUM']);
const withThreads: ReadonlySet<ChannelType> = new Set(['TEXT', 'ANNOUNCEMENT', 'FORUM']);

export const holdsMessages = (type: ChannelType): boolean => !withoutMessages.has(type);

/** Posts are threads. */
export const holdsThreads = (type: ChannelType): boolean => withThreads.has(type);
