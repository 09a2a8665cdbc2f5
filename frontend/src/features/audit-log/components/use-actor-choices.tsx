import { useDeferredValue, useState } from 'react';
import { Avatar, type PickerItem } from '@/ui';
import { useAuditLogActors } from '@/features/servers';
import { nameOf } from '@/i18n';

interface ActorChoices {
  items: PickerItem[];
  onQueryChange: (query: string) => void;
  loading: boolean;
}

/** Those who did something, for a picker: members, and who was one once. */
export function useActorChoices(serverId: string): ActorChoices {
  const [query, setQuery] = useState('');
  const { data = [], isFetching } = useAuditLogActors(serverId, useDeferredValue(query.trim()));
  const items = data.map((actor): PickerItem => ({
    value: actor.id,
    label: nameOf(actor),
    detail: actor.username,
    leading: <Avatar id={actor.id} name={nameOf(actor)} picture={actor.avatar} size={20} />,
  }));
  return { items, onQueryChange: setQuery, loading: isFetching };
}
