import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { queryClient } from '@/api';
import { holdChannel, readMarker, readStateOf } from '@/features/channels';
import { holdChannels, readStates } from '@/features/channels/cache';
import { buildChannel } from '@/features/channels/fixtures';
import { holdConversations } from '@/features/conversations/client';
import { closeSearch, openSearch, useSearchPane } from '@/features/search';
import { buildServer } from '@/features/servers/fixtures';
import { closeDialog, useDialogs } from '../dialogs-store';
import type { Place } from '../use-place';
import AppShortcuts from './AppShortcuts';

const channels = [1, 2, 3].map((position) => buildChannel({ id: `${position}`, position, lastSeq: position }));
const [first, , last] = channels;
const dms = [5, 6].map((id) =>
  buildChannel({ id: `${id}`, serverId: null, type: 'DM', name: '', lastSeq: 1, lastMessageAt: `2026-11-21T09:0${id}:00.000Z` }),
);
const nowhere: Place = { server: undefined, channel: undefined, home: null, redirect: null, isLooking: false };
const inServer: Place = { ...nowhere, server: buildServer({ id: '10', channels }), channel: first };
const inDm: Place = { ...nowhere, home: 'conversations', channel: dms[0] };

beforeEach(() => {
  jest.useFakeTimers();
  holdChannels('10', channels);
  holdConversations(
    dms.map((channel) => ({ channel, lastMessage: null, receipts: null, pinnedAt: null, archivedAt: null, mutedUntil: null })),
  );
  const read = (channelId: string, seq: number) => ({ channelId, lastReadSeq: seq, lastDeliveredSeq: seq, markedUnreadSeq: null });
  readStates.set({ '2': read('2', 2), '5': read('5', 1) });
});

afterEach(() => {
  cleanup();
  closeDialog();
  closeSearch();
  readMarker.reset();
  queryClient.clear();
  document.body.replaceChildren();
  jest.useRealTimers();
});

function open(place: Place, address: string): void {
  history.replaceState(null, '', address);
  render(<AppShortcuts place={place} />);
}

/** As `alt+shift+ArrowUp`. */
function press(keys: string): void {
  const parts = keys.split('+');
  const has = (modifier: string) => parts.includes(modifier);
  fireEvent.keyDown(document.activeElement ?? document.body, {
    key: parts.at(-1),
    altKey: has('alt'),
    shiftKey: has('shift'),
    ctrlKey: has('ctrl'),
  });
}

describe('keys lead', () => {
  it.each([
    ['alt+ArrowDown', '/servers/10/channels/2'],
    ['alt+ArrowUp', '/servers/10/channels/3'],
    // The second one is read.
    ['alt+shift+ArrowDown', '/servers/10/channels/3'],
    ['alt+shift+ArrowUp', '/servers/10/channels/3'],
  ])('in a server by %s to %s', (keys, address) => {
    open(inServer, '/servers/10/channels/1');
    press(keys);
    expect(location.pathname).toBe(address);
  });

  it.each(['alt+ArrowDown', 'alt+ArrowUp', 'alt+shift+ArrowDown'])('among conversations by %s to the other one', (keys) => {
    open(inDm, '/conversations/5');
    press(keys);
    expect(location.pathname).toBe('/conversations/6');
  });

  it('from the list of friends to the conversation that stands first', () => {
    open({ ...nowhere, home: 'friends' }, '/friends');
    press('alt+ArrowDown');
    expect(location.pathname).toBe('/conversations/6');
  });

  it('nowhere while a menu is open, or somebody composes', () => {
    open(inServer, '/servers/10/channels/1');
    fireEvent.keyDown(document.body, { key: 'ArrowDown', altKey: true, isComposing: true });
    const menu = document.body.appendChild(document.createElement('div'));
    menu.setAttribute('role', 'menu');
    press('alt+ArrowDown');
    expect(location.pathname).toBe('/servers/10/channels/1');
    // Closed, it may stay in the page.
    menu.hidden = true;
    press('alt+ArrowDown');
    expect(location.pathname).toBe('/servers/10/channels/2');
  });
});

describe('keys open', () => {
  it.each([
    ['ctrl+k', 'switcher'],
    ['ctrl+/', 'shortcuts'],
  ])('by %s the dialog %s', (keys, kind) => {
    open(inServer, '/servers/10/channels/1');
    press(keys);
    expect(useDialogs.getState()).toMatchObject({ open: true, request: { kind } });
  });

  it('the search of the channel, and the settings', () => {
    open(inServer, '/servers/10/channels/1');
    press('ctrl+f');
    expect(useSearchPane.getState()).toMatchObject({ isOpen: true, where: 'channel' });
    press('ctrl+,');
    expect(new URLSearchParams(location.search).has('settings')).toBe(true);
  });
});

describe('Escape', () => {
  const unread = () => readStateOf('3').lastReadSeq < 3;
  const openLast = (search = '') => open({ ...inServer, channel: last }, `/servers/10/channels/3${search}`);

  it('closes what lies over the page, and reads nothing by that', () => {
    openLast('?pane=nav');
    press('Escape');
    expect(location.search).toBe('');
    expect(unread()).toBe(true);
  });

  it('leads from a message to where one writes', () => {
    openLast();
    document.body.insertAdjacentHTML('beforeend', '<div data-row="1" tabindex="-1"></div><textarea data-composer></textarea>');
    document.querySelector<HTMLElement>('[data-row]')?.focus();
    press('Escape');
    act(() => jest.advanceTimersByTime(100));
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    expect(unread()).toBe(true);
  });

  it('closes the search, then reads the channel, also what was marked unread by hand', () => {
    openLast();
    openSearch();
    press('Escape');
    expect(useSearchPane.getState().isOpen).toBe(false);
    expect(unread()).toBe(true);
    press('Escape');
    expect(unread()).toBe(false);
    readMarker.markUnread('3', 2);
    press('Escape');
    expect(readStateOf('3').markedUnreadSeq).toBeNull();
  });

  it('closes a tooltip alone, which stands in the way of no other key', () => {
    openLast();
    document.body.insertAdjacentHTML('beforeend', '<div data-tooltip-popup data-open></div>');
    press('Escape');
    expect(unread()).toBe(true);
    press('ctrl+f');
    expect(useSearchPane.getState().isOpen).toBe(true);
  });

  it('reads a conversation too', () => {
    const channel = dms[1];
    if (channel) holdChannel(channel);
    open({ ...inDm, channel }, '/conversations/6');
    press('Escape');
    expect(readStateOf('6').lastReadSeq).toBe(1);
  });
});
