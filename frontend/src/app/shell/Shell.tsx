import { Suspense } from 'react';
import { ConversationSkeleton } from '@/features/messages/components';
import { NowPlaying } from '@/features/player/now-playing';
import { useBreakpoint } from '@/lib/use-media-query';
import { useSearchPane } from '@/features/search';
import { managementScreen, useTranslation } from '@/i18n';
import { latePart, lazyPart } from '@/lib/lazy-part';
import { usePanes } from '../panes-store';
import type { Place } from '../use-place';
import { useOverlay } from '../use-overlay';
import { useThreadOverlay } from '../use-thread-overlay';
import { ChannelPane } from './ChannelPane';
import { NavPane } from './NavPane';
import { PaneHeader } from './PaneHeader';
import { SettingsCover } from './SettingsCover';
import { useDocumentTitle } from './use-document-title';

const SettingsHost = lazyPart(() => import('./SettingsHost'));
// What stands beside the first message can come after it.
const ThreadPanel = lazyPart(async () => ({ default: (await import('./ThreadPane')).ThreadPanel }));
const Home = lazyPart(() => import('./Home'));
const HomePane = lazyPart(() => import('./HomePane'));
const SidePane = latePart(() => import('./SidePane'));
const PeopleHost = latePart(() => import('./PeopleHost'));
const AppShortcuts = latePart(() => import('./AppShortcuts'));
const SearchHost = managementScreen(() => import('./SearchHost'));
const Drawer = latePart(() => import('./Drawer'));

/** The panes: where to go, what is said there, and who is there. */
export function Shell({ place }: { place: Place }) {
  const settings = useOverlay('settings');
  const serverSettings = useOverlay('server-settings');
  const channelSettings = useOverlay('channel-settings');
  const admin = useOverlay('admin');
  const covered = [settings, serverSettings, channelSettings, admin].some(({ value }) => value !== null);
  useDocumentTitle(place);
  return (
    <>
      <div inert={covered} className="flex h-full">
        <SkipLink />
        {place.server || place.home ? <Panes place={place} /> : <NoServer />}
      </div>
      <Suspense>
        <AppShortcuts place={place} />
        <PeopleHost />
      </Suspense>
      {covered && (
        <Suspense fallback={<SettingsCover />}>
          <SettingsHost server={place.server} />
        </Suspense>
      )}
    </>
  );
}

const NoServer = () => (
  <Suspense>
    <Home />
  </Suspense>
);

function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href="#conversation"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('conversation')?.focus();
      }}
      className="sr-only z-10 rounded-card bg-popover px-4 py-2 text-ui font-medium shadow-float focus-visible:not-sr-only focus-visible:absolute focus-visible:inset-s-2 focus-visible:top-2"
    >
      {t('shell.skip')}
    </a>
  );
}

/** Side by side from 900 px, sliding in below, one at a time below 600. */
function Panes({ place }: { place: Place }) {
  const { t } = useTranslation();
  const wide = useBreakpoint('desktop');
  const phone = !useBreakpoint('tablet');
  const pane = useOverlay('pane');
  const { channel } = place;
  const showsMembers = usePanes((state) => state.showsMembers);
  const navOpen = !wide && pane.value === 'nav';
  const membersOpen = !wide && pane.value === 'members';
  const inert = navOpen || membersOpen;
  const nav = <NavPane place={place} resizable={wide} />;
  const thread = useThreadOverlay(place.server && channel);
  const isSearching = useSearchPane((search) => search.isOpen);
  // The search covers what else stands beside the conversation.
  const hasThread = thread.threadId !== null && !isSearching;
  const search = isSearching && (
    <Suspense>
      <SearchHost place={place} isCovering={!wide} />
    </Suspense>
  );
  const threadPanel = place.server && (
    <Suspense>
      <ThreadPanel server={place.server} overlay={thread} />
    </Suspense>
  );
  const hasSide = channel !== undefined && channel.type !== 'DM';
  if (phone && !channel && !place.isLooking && (place.home === null || place.home === 'conversations')) {
    return (
      <main id="conversation" tabIndex={-1} className="flex min-w-0 flex-1 outline-none">
        <h1 className="sr-only">{t('shell.navigation')}</h1>
        {nav}
      </main>
    );
  }
  return (
    <>
      {wide && nav}
      <main
        id="conversation"
        tabIndex={-1}
        inert={inert}
        className="relative flex min-w-0 flex-1 flex-col bg-canvas outline-none has-data-now-playing:[--now-playing:3.25rem]"
      >
        <Suspense>
          <NowPlaying isFloating={channel !== undefined && channel.type !== 'FORUM'} />
        </Suspense>
        <div inert={(hasThread || isSearching) && !wide} className="flex min-h-0 flex-1 flex-col">
          <MainPane place={place} />
        </div>
        {hasThread && !wide && <div className="absolute inset-0 z-2 flex flex-col bg-canvas">{threadPanel}</div>}
        {isSearching && !wide && <div className="absolute inset-0 z-2 flex flex-col bg-canvas">{search}</div>}
      </main>
      {hasThread && wide && (
        <aside aria-label={t('threads.title')} className="flex w-conversation-min shrink-0 flex-col border-s border-line bg-canvas">
          {threadPanel}
        </aside>
      )}
      {isSearching && wide && <aside className="flex w-conversation-min shrink-0 flex-col border-s border-line bg-canvas">{search}</aside>}
      {wide && showsMembers && hasSide && !hasThread && !isSearching && (
        <aside aria-label={t('members.title')} className="flex w-members shrink-0 flex-col bg-sidebar [--avatar-ring:var(--color-sidebar)]">
          <h2 className="sr-only">{t('members.title')}</h2>
          <Suspense>
            <SidePane place={place} active />
          </Suspense>
        </aside>
      )}
      {!wide && (
        <Suspense>
          <Drawer side="start" label={t('shell.navigation')} open={navOpen} onClose={pane.close}>
            {nav}
          </Drawer>
          <Drawer side="end" label={t('members.title')} open={membersOpen} onClose={pane.close}>
            <PaneHeader title={t('members.title')} onClose={pane.close} />
            <Suspense>
              <SidePane place={place} active={membersOpen} />
            </Suspense>
          </Drawer>
        </Suspense>
      )}
    </>
  );
}

function MainPane({ place: { server, channel, home, isLooking } }: { place: Place }) {
  if (isLooking) return <ConversationSkeleton />;
  if (server) return <ChannelPane key={channel?.id ?? server.id} server={server} channel={channel} />;
  return (
    <Suspense fallback={<ConversationSkeleton />}>
      <HomePane page={home} channel={channel} />
    </Suspense>
  );
}
