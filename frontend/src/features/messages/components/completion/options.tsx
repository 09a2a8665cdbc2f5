import type { Channel, Role, UserSummary } from '@hearth/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AtSign } from 'lucide-react';
import type { ReactNode } from 'react';
import { nameOf, useTranslation } from '@/i18n';
import { call } from '@/api';
import { useSettled } from '@/lib/use-settled';
import { Avatar, ColorDot, Icon } from '@/ui';
import { useChannel, useChannels } from '@/features/channels';
import { channelIcon } from '@/features/channels/components';
import { noteUse, searchEmoji, useCustomEmoji, writtenEmoji, type Emoji } from '@/features/emoji';
import { CustomEmoji } from '@/features/emoji/components';
import { useExpressions } from '@/features/expressions';
import { meet, peopleIn } from '@/features/messages';
import { useCan, useServer } from '@/features/servers';
import { bestOf, type Trigger } from '../../completion';

const MOST = 8;
/** In milliseconds: nobody is asked for at every key. */
const PAUSE = 120;
const FRESH = 30_000;

export interface Option {
  key: string;
  leading: ReactNode;
  label: string;
  detail?: string;
  /** What is written in the place of what was typed. */
  text: string;
  /** It was taken. */
  chosen?: () => void;
}

/** What may be meant, the likeliest first. */
export function useOptions(channelId: string, trigger: Trigger | null): Option[] {
  const people = usePeopleOptions(channelId, trigger?.sign === '@' ? trigger.query : null);
  const groups = useGroupOptions(channelId, trigger?.sign === '@' ? trigger.query : null);
  const channels = useChannelOptions(channelId, trigger?.sign === '#' ? trigger.query : null);
  const emoji = useEmojiOptions(channelId, trigger?.sign === ':' ? trigger.query : null);
  return [...people, ...groups, ...channels, ...emoji];
}

function usePeopleOptions(channelId: string, query: string | null): Option[] {
  const serverId = useChannel(channelId)?.serverId ?? null;
  const asked = useSettled(query ?? '', PAUSE);
  const { data: found = [] } = useQuery({
    queryKey: ['mentionable', serverId, asked],
    queryFn: async () => {
      const params = { serverId: serverId ?? '' };
      const { members } = await call('listMembers', { params, query: { query: asked, limit: String(MOST) } });
      return members.map(({ user }) => user);
    },
    enabled: serverId !== null && query !== null && asked !== '',
    placeholderData: keepPreviousData,
    staleTime: FRESH,
  });
  if (query === null) return [];
  const known = new Map([...peopleIn(channelId).toReversed(), ...found].map((user) => [user.id, user]));
  return bestOf([...known.values()], query, (user) => [nameOf(user), user.username], MOST).map(userOption);
}

const userOption = (user: UserSummary): Option => ({
  key: user.id,
  leading: <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={24} />,
  label: nameOf(user),
  detail: user.username,
  text: `@${user.username} `,
  chosen: () => meet(user),
});

/** Roles, and everybody, as far as the writer may call them. */
function useGroupOptions(channelId: string, query: string | null): Option[] {
  const { t } = useTranslation();
  const serverId = useChannel(channelId)?.serverId ?? '';
  const server = useServer(serverId);
  const mayAll = useCan(serverId, 'MENTION_EVERYONE', channelId);
  if (query === null || !server) return [];
  const roles = server.roles.filter(({ id, mentionable }) => id !== serverId && (mentionable || mayAll));
  const everybody = mayAll
    ? [
        { name: 'everyone', detail: t('composer.mentionEveryone') },
        { name: 'here', detail: t('composer.mentionHere') },
      ]
    : [];
  return [
    ...bestOf(everybody, query, ({ name }) => [name], MOST).map(({ name, detail }) => everybodyOption(name, detail)),
    ...bestOf(roles, query, ({ name }) => [name], MOST).map((role) => roleOption(role, t('composer.mentionRole'))),
  ];
}

const everybodyOption = (name: string, detail: string): Option => ({
  key: name,
  leading: <Icon icon={AtSign} className="mx-1 text-fg-subtle" />,
  label: `@${name}`,
  detail,
  text: `@${name} `,
});

const roleOption = ({ id, name, color }: Role, detail: string): Option => ({
  key: id,
  leading: (
    <span className="mx-1 flex">
      <ColorDot color={color} />
    </span>
  ),
  label: `@${name}`,
  detail,
  text: `@${name} `,
});

function useChannelOptions(channelId: string, query: string | null): Option[] {
  const channels = useChannels(useChannel(channelId)?.serverId ?? '');
  if (query === null) return [];
  const places = channels.filter(({ type }) => type !== 'CATEGORY');
  return bestOf(places, query, ({ name }) => [name], MOST).map(channelOption);
}

const channelOption = ({ id, type, name }: Channel): Option => ({
  key: id,
  leading: <Icon icon={channelIcon(type)} className="mx-1 text-fg-subtle" />,
  label: name,
  text: `#${name} `,
});

function useEmojiOptions(channelId: string, query: string | null): Option[] {
  const { all } = useCustomEmoji(channelId);
  const { data = [] } = useQuery({
    queryKey: ['emoji', query, channelId, useExpressions().dataUpdatedAt],
    queryFn: () => searchEmoji(query ?? '', MOST, all),
    enabled: query !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (query === null) return [];
  return data.map(emojiOption);
}

function emojiOption(emoji: Emoji): Option {
  const { char, name, codes, custom } = emoji;
  return {
    key: char,
    leading: <span className="w-6 text-center text-heading">{custom ? <CustomEmoji id={custom.id} name={name} silent /> : char}</span>,
    label: `:${codes[0] ?? ''}:`,
    ...(custom && { detail: custom.serverName }),
    text: `${writtenEmoji(emoji)} `,
    chosen: () => noteUse(char),
  };
}
