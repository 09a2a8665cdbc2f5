import { useOverlay, type Overlay } from './use-overlay';

export interface ChannelSettingsAddress {
  channelId: string;
  page: string;
}

/** The settings of a channel stand in the address as `123.permissions`. */
export function splitAddress(value: string): ChannelSettingsAddress {
  const [channelId = '', ...page] = value.split('.');
  return { channelId, page: page.join('.') };
}

/** Over whatever is open, since a channel that is set up is not always the one that is read. */
export function useChannelSettings(): { overlay: Overlay; channelId: string | null; open: (channelId: string, page?: string) => void } {
  const overlay = useOverlay('channel-settings');
  return {
    overlay,
    channelId: overlay.value === null ? null : splitAddress(overlay.value).channelId,
    open: (channelId, page) => overlay.open(page === undefined ? channelId : `${channelId}.${page}`),
  };
}
