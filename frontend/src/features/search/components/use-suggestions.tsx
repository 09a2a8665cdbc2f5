import { CalendarDays, History, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { nameOf, useTranslation } from '@/i18n';
import { filterText, foldForSearch, type Channel, type UserSummary } from '@hearth/contract';
import { useChannels, useConversationChannels } from '@/features/channels';
import { ChannelIcon } from '@/features/channels/components';
import { partnerOf } from '@/features/conversations';
import { useFriends } from '@/features/relationships';
import { useFoundPeople, useMe } from '@/features/users';
import { Avatar, Icon } from '@/ui';
import { useSettled } from '@/lib/use-settled';
import { useRecent } from '../recent-store';
import { complete, typingAt, valueOf } from '../suggestions';

export interface Suggestion {
  key: string;
  label: string;
  detail?: string;
  leading: ReactNode;
  /** Text and caret once it is chosen. */
  result: { text: string; caret: number };
  /** Nothing more is to be typed. */
  isWhole?: boolean;
}

const SHOWN = 8;

interface Given {
  text: string;
  caret: number;
  serverId: string | undefined;
}

/** What could stand where one types: filters, whom and what they name, and what was searched before. */
export function useSuggestions({ text, caret, serverId }: Given): Suggestion[] {
  const { t } = useTranslation();
  const typing = typingAt(text, caret);
  const { token, wish } = typing;
  const people = usePeople(wish?.kind === 'people' ? wish.query : null);
  const channels = useNamedChannels(serverId);
  const recent = useRecent(({ searches }) => searches);
  const put = (chosen: string) => complete(text, caret, token, chosen);
  const value = (chosen: string) => put(valueOf(token, chosen));
  if (!wish) return [];
  switch (wish.kind) {
    case 'filters': {
      const filters = wish.names.map((name): Suggestion => {
        const chosen = name === 'is' ? 'is:pinned' : `${name}:`;
        return {
          key: name,
          label: chosen,
          detail: t(`search.filters.${name}`),
          leading: <Icon icon={ListFilter} className="text-fg-subtle" />,
          result: put(chosen),
        };
      });
      const before = text === '' ? recent : [];
      const searches = before.map((search): Suggestion => ({
        ...{ key: `recent ${search}`, label: search, leading: <Icon icon={History} className="text-fg-subtle" />, isWhole: true },
        result: { text: search, caret: search.length },
      }));
      return [...searches, ...filters];
    }
    case 'people':
      return people.slice(0, SHOWN).map((user) => ({
        ...{ key: user.id, label: nameOf(user), detail: user.username },
        leading: <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={20} />,
        result: value(user.username),
      }));
    case 'channels':
      return channels
        .filter(({ name }) => foldForSearch(name).includes(foldForSearch(wish.query)))
        .slice(0, SHOWN)
        .map(({ key, name, leading }) => ({ key, label: name, leading, result: value(name) }));
    case 'values':
      return wish.values.map((one) => ({
        ...{
          key: one,
          label: one === 'pinned' ? t('search.filters.is') : t(`search.kinds.${one}`),
          leading: <Icon icon={ListFilter} className="text-fg-subtle" />,
        },
        result: value(one),
      }));
    case 'date':
      return (['today', 'yesterday'] as const).map((one) => ({
        ...{
          key: one,
          label: t(`search.${one}`),
          detail: filterText(token?.filter ?? 'before', one),
          leading: <Icon icon={CalendarDays} className="text-fg-subtle" />,
        },
        result: value(one),
      }));
  }
}

/** Oneself, friends, and those whom the server finds. Null: nobody is asked for. */
function usePeople(query: string | null): UserSummary[] {
  const me = useMe();
  const friends = useFriends();
  const settled = useSettled(query?.trim() ?? '', 200);
  const found = useFoundPeople(query === null ? '' : settled);
  if (query === null) return [];
  const typed = foldForSearch(query);
  const known = [me, ...friends].filter((user) => foldForSearch(nameOf(user)).includes(typed) || user.username.includes(typed));
  return [...known, ...(found.data ?? []).filter(({ id }) => !known.some((one) => one.id === id))];
}

function useNamedChannels(serverId: string | undefined): { key: string; name: string; leading: ReactNode }[] {
  const me = useMe();
  const channels = useChannels(serverId ?? '');
  const conversations = useConversationChannels();
  const named = channels
    .filter(({ type }) => type !== 'CATEGORY')
    .map((channel) => ({ key: channel.id, name: channel.name, leading: <Symbol channel={channel} /> }));
  if (serverId !== undefined) return named;
  return conversations.flatMap((channel) => {
    const name = partnerOf(channel, me.id)?.username ?? channel.name;
    return name === '' ? [] : [{ key: channel.id, name, leading: <Symbol channel={channel} /> }];
  });
}

const Symbol = ({ channel }: { channel: Channel }) => <ChannelIcon type={channel.type} className="text-fg-subtle" />;
