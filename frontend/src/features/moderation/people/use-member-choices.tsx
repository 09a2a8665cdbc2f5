import type { Member } from '@hearth/contract';
import { useDeferredValue, useState } from 'react';
import { Avatar, type PickerItem } from '@/ui';
import { useMembers } from '@/features/servers';
import { useMemberSearch } from '../queries';
import { nameOf } from '@/i18n';

interface Choices {
  /** Not offered at all. */
  isLeftOut?: (member: Member) => boolean;
  /** Offered, but not to be chosen. */
  isDisabled?: (member: Member) => boolean;
}

export interface MemberChoices {
  items: PickerItem[];
  query: string;
  onQueryChange: (query: string) => void;
  loading: boolean;
}

export const memberName = ({ nickname, user }: Member): string => nickname ?? nameOf(user);

const pickerItem = (member: Member, disabled = false): PickerItem => ({
  value: member.user.id,
  label: memberName(member),
  detail: member.user.username,
  leading: <Avatar id={member.user.id} name={nameOf(member.user)} picture={member.user.avatar} size={20} />,
  disabled,
});

/** Members for a picker: the first ones, until somebody is looked for by name. */
export function useMemberChoices(serverId: string, { isLeftOut, isDisabled }: Choices = {}): MemberChoices {
  const [query, setQuery] = useState('');
  const name = useDeferredValue(query.trim());
  const first = useMembers(serverId);
  const found = useMemberSearch(serverId, name);
  const members = name === '' ? first.items : (found.data ?? []);
  return {
    items: members.filter((member) => !isLeftOut?.(member)).map((member) => pickerItem(member, isDisabled?.(member))),
    query,
    onQueryChange: setQuery,
    loading: name === '' ? first.status === 'loading' : found.isFetching,
  };
}
