import { useDeferredValue, useState } from 'react';
import { Avatar, type PickerItem } from '@/ui';
import { useAuditLogActors } from '@/features/servers';

interface ActorChoices {
  items: PickerItem[];
  onQueryChange: (query: string) => void;
  loading: boolean;
}

/** Those who did something, for a picker: members, and who was one once. */
export function useActorChoices(serverId: string): ActorChoices {
  const [query, setQuery] = useState('');
  const { data = [], isFetching } = useAuditLogActors(serverId, useDeferredValue(query.trim()));
  const items = data.map(({ id, displayName, username, avatar }): PickerItem => ({
    value: id,
    label: displayName,
    detail: username,
    leading: <Avatar id={id} name={displayName} picture={avatar} size={20} />,
  }));
  return { items, onQueryChange: setQuery, loading: isFetching };
}
