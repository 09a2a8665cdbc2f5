import type { Channel, UserSummary } from '@hearth/contract';
import { nameOf } from '@/i18n';

/** Those in a conversation beside the user. */
const othersIn = ({ recipients = [] }: Channel, meId: string): UserSummary[] => recipients.filter(({ id }) => id !== meId);

/** With whom a DM is; undefined for a group. */
export const partnerOf = (channel: Channel, meId: string): UserSummary | undefined =>
  channel.type === 'DM' ? othersIn(channel, meId)[0] : undefined;

/**
 * What a conversation is called: as its group is named, else after those who are in it. Empty for a group without a name and anybody else.
 *
 * @param list joins names as the person's language does
 */
export const conversationName = (channel: Channel, meId: string, list: (names: string[]) => string): string =>
  channel.name === '' ? list(othersIn(channel, meId).map(nameOf)) : channel.name;
