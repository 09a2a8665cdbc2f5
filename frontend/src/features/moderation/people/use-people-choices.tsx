import type { UserSummary } from '@hearth/contract';
import { useDeferredValue } from 'react';
import { nameOf, useTranslation } from '@/i18n';
import { Avatar, type PickerItem } from '@/ui';
import { useFormerMembers } from '../queries';
import { type MemberChoices, useMemberChoices } from './use-member-choices';

interface Choices {
  isLeftOut?: (userId: string) => boolean;
}

/** As `useMemberChoices`, and once somebody is looked for by name those too who were in the server and are gone. */
export function usePeopleChoices(serverId: string, { isLeftOut = () => false }: Choices = {}): MemberChoices {
  const { t } = useTranslation();
  const members = useMemberChoices(serverId, { isLeftOut: ({ user }) => isLeftOut(user.id) });
  const name = useDeferredValue(members.query.trim());
  const found = useFormerMembers(serverId, name);
  const gone = name === '' ? [] : (found.data ?? []).filter(({ id }) => !isLeftOut(id));
  return {
    ...members,
    items: [...members.items, ...gone.map((user) => goneItem(user, t('arrivals.gone')))],
    loading: members.loading || (name !== '' && found.isFetching),
  };
}

const goneItem = (user: UserSummary, gone: string): PickerItem => ({
  value: user.id,
  label: nameOf(user),
  detail: `${user.username} · ${gone}`,
  leading: <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={20} />,
});
