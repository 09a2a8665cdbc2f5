import type { Channel } from '@hearth/contract';
import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { readMarker } from '@/features/channels';
import { neighbourChannel } from '@/features/channels/components';
import { neighbourConversation } from '@/features/conversations/components';
import { endSelection } from '@/features/messages';
import { focusComposer } from '@/features/messages/components';
import { mayLeaveSettings } from '@/features/settings';
import { closeSearch, openSearch, useSearchPane } from '@/features/search';
import { noteUse } from '@/features/search/uses';
import { catchKeys } from '@/lib/early-keys';
import { isOpen } from '@/lib/is-open';
import { isComposing, isPressed } from '@/lib/keys';
import { paths } from '@/lib/paths';
import { openDialog } from '../dialogs-store';
import type { Place } from '../use-place';
import { useOverlay, type Overlay } from '../use-overlay';
import { type AppKey, appKeys } from './app-keys';

const keyNames = Object.keys(appKeys) as AppKey[];

/** What is open over the page takes Escape for itself; a toast only while it has the focus. */
const POPUPS =
  '[role="menu"], [role="listbox"], [role="alertdialog"], [data-base-ui-portal] [role="dialog"]:not([data-toast]), [data-toast]:focus-within';
/** Stands in the way of no other key. */
const TOOLTIP = '[data-tooltip-popup][data-open]';

/** The keys that work wherever one is. */
export default function AppShortcuts({ place: { server, channel, home } }: { place: Place }): null {
  const [, navigate] = useLocation();
  const settings = useOverlay('settings');
  const serverSettings = useOverlay('server-settings');
  const channelSettings = useOverlay('channel-settings');
  const admin = useOverlay('admin');
  const pane = useOverlay('pane');
  const thread = useOverlay('thread');

  const goTo = (by: -1 | 1, onlyUnread: boolean) => {
    const step = { from: channel?.id ?? null, by, onlyUnread };
    const next = server ? neighbourChannel(server.id, step) : home && neighbourConversation(step);
    if (next) navigate(paths.channel(server?.id ?? null, next));
  };

  /** Always one step back: what lies over the page, then the choosing of messages, then the row that has the focus, then the thread beside, then what is unread. */
  const stepBack = () => {
    const over = [settings, serverSettings, channelSettings, admin, pane].find(({ value }) => value !== null);
    if (over) closeOver(over);
    else if (endSelection()) return;
    else if (document.activeElement?.closest('[data-row]')) focusComposer();
    else if (useSearchPane.getState().isOpen) closeSearch();
    else if (thread.value !== null) thread.close();
    else if (channel) readAll(channel);
  };

  const acts: Record<AppKey, () => void> = {
    previousChannel: () => goTo(-1, false),
    nextChannel: () => goTo(1, false),
    previousUnread: () => goTo(-1, true),
    nextUnread: () => goTo(1, true),
    back: stepBack,
    switcher: () => {
      catchKeys();
      openDialog({ kind: 'switcher' });
    },
    search: () => {
      catchKeys();
      openSearch(channel && 'channel');
    },
    settings: () => settings.value ?? settings.open(''),
    all: () => openDialog({ kind: 'shortcuts' }),
  };

  const channelId = channel?.id;
  useEffect(() => {
    if (channelId !== undefined) noteUse(channelId);
  }, [channelId]);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || isOpen(POPUPS)) return;
    const name = keyNames.find((one) => isPressed(appKeys[one].keys, event));
    if (!name || (name === 'back' && isOpen(TOOLTIP))) return;
    event.preventDefault();
    acts[name]();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return null;
}

/** Unless something on it would be lost. */
function closeOver(over: Overlay): void {
  if (mayLeaveSettings()) over.close();
}

/** What was marked unread by hand is read too: that is what the key is for. */
function readAll({ id, lastSeq }: Channel): void {
  readMarker.left(id);
  readMarker.markRead(id, lastSeq);
}
