import { useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { ChannelIcon } from '@/features/channels/components';
import { useOpenConversation } from '@/features/conversations';
import { ConversationAvatar } from '@/features/conversations/components';
import { useErrorToast, useTranslation } from '@/i18n';
import { takeKeys } from '@/lib/early-keys';
import { paths } from '@/lib/paths';
import { Avatar, Dialog, TextField } from '@/ui';
import type { Place } from '../switcher';
import { OptionRow } from './OptionRow';
import { useOptions } from './use-options';
import { usePlaces } from './use-places';

interface QuickSwitcherProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** By name to any channel, person or server. */
export default function QuickSwitcher({ open, onOpenChange }: QuickSwitcherProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const places = usePlaces(typed);
  const go = useGo(() => onOpenChange(false));
  const options = useOptions(places.length, 0, typed, (index) => places[index] && go(places[index]));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('search.switcher')}>
      <div className="flex min-h-80 flex-col gap-2">
        <TextField
          label={t('search.switcherLabel')}
          hideLabel
          placeholder={t('search.switcherLabel')}
          role="combobox"
          aria-expanded={places.length > 0}
          aria-controls={options.listId}
          aria-activedescendant={places.length > 0 ? options.optionId(options.active) : undefined}
          autoComplete="off"
          dir="auto"
          maxLength={100}
          value={typed}
          onValueChange={setTyped}
          onFocus={() => setTyped(takeKeys() || typed)}
          onKeyDown={(event: KeyboardEvent) => options.onKeyDown(event)}
        />
        <div
          role="listbox"
          id={options.listId}
          aria-label={t('search.places')}
          className="flex max-h-96 flex-col overflow-y-auto scrollbar-quiet"
        >
          {places.map((place, index) => (
            <OptionRow
              key={`${place.kind} ${place.id}`}
              id={options.optionId(index)}
              isActive={index === options.active}
              isStrong={place.isUnread}
              onHover={() => options.setActive(index)}
              onChoose={() => go(place)}
              leading={<PlaceIcon place={place} />}
              detail={place.detail}
              trailing={place.isUnread && <span className="text-meta text-fg-subtle">{t('search.unread')}</span>}
            >
              {place.name}
            </OptionRow>
          ))}
        </div>
        <p role="status" className="text-ui text-fg-subtle empty:hidden">
          {places.length === 0 && t(typed.trim() === '' ? 'search.switcherBegin' : 'search.nowhere')}
        </p>
        <p className="mt-auto text-meta text-fg-subtle max-tablet:hidden">{t('search.switcherHint')}</p>
      </div>
    </Dialog>
  );
}

function PlaceIcon({ place }: { place: Place }) {
  switch (place.kind) {
    case 'channel':
      return <ChannelIcon type={place.type} className="mx-0.5 text-fg-subtle" />;
    case 'conversation':
      return <ConversationAvatar channel={place.channel} size={24} />;
    case 'person':
      return <Avatar id={place.id} name={place.name} picture={place.user.avatar} size={20} />;
    case 'server':
      return <Avatar id={place.id} name={place.name} picture={place.icon} size={20} shape="square" />;
  }
}

function useGo(done: () => void): (place: Place) => void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const toast = useErrorToast();
  const start = useOpenConversation();
  return (place) => {
    const to = (path: string) => {
      done();
      navigate(path);
    };
    if (place.kind === 'server') to(paths.server(place.id));
    else if (place.kind === 'channel') to(paths.channel(place.serverId, place.id));
    else if (place.kind === 'conversation') to(paths.channel(null, place.id));
    else
      start.mutate(
        { userId: place.id },
        { onSuccess: ({ channel }) => to(paths.channel(null, channel.id)), onError: (error) => toast(t('search.notStarted'), error) },
      );
  };
}
