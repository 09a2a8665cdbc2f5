import { ArrowLeft, X, type LucideIcon } from 'lucide-react';
import { Fragment, Suspense, useEffect, useId, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { useBreakpoint } from '@/lib/use-media-query';
import { Icon, IconButton, ListItem, ScrollArea, Skeleton, SkeletonGroup } from '@/ui';
import { mayLeaveSettings } from '../unsaved';
import { SubPageContext } from './sub-page';

export interface SettingsPage {
  id: string;
  label: string;
  icon: LucideIcon;
  content: ReactNode;
  /** Pages of one group follow each other and stand under its name. */
  group?: string;
  /** A Badge beside its name in the list. */
  badge?: ReactNode;
  /** Fills the page with panes beside each other, which scroll by themselves. On phones it is a page as any other. */
  panes?: boolean;
}

export interface SettingsPagesProps {
  title: string;
  pages: readonly SettingsPage[];
  /** Empty: the list of pages on phones, the first page elsewhere. What follows a point is the page's own: `roles.123`. */
  page: string;
  onPage: (id: string) => void;
  onClose: () => void;
  /** Under the list of pages: what ends things, such as logging out. */
  ending?: ReactNode;
}

/** Settings over the whole window: pages beside their list, or one after the other on phones. The rest of the app is inert meanwhile. */
export function SettingsPages(props: SettingsPagesProps) {
  const { pages, page, onPage, onClose } = props;
  const wide = useBreakpoint('tablet');
  const titleId = useId();
  const dialog = useRef<HTMLDivElement>(null);
  useFocusWithin(dialog);
  const [pageId, sub = null] = split(page);
  const chosen = pages.find(({ id }) => id === pageId) ?? (wide ? pages[0] : undefined);
  const turn = (next: string) => mayLeaveSettings() && onPage(next);
  const close = () => mayLeaveSettings() && onClose();
  return (
    <div
      ref={dialog}
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-0 flex bg-canvas outline-none"
    >
      {(wide || !chosen) && <PageList {...props} {...{ wide, titleId, chosen, turn, close }} />}
      {chosen && (
        <Page
          key={chosen.id}
          page={chosen}
          titleId={wide ? undefined : titleId}
          {...{ wide, sub: chosen.id === pageId ? sub : null, turn, close }}
        />
      )}
    </div>
  );
}

/** Only the first point parts: what follows is the page's own. */
function split(page: string): [page: string, sub?: string] {
  const at = page.indexOf('.');
  return at < 0 ? [page] : [page.slice(0, at), page.slice(at + 1)];
}

interface Ways {
  wide: boolean;
  titleId: string | undefined;
  turn: (page: string) => void;
  close: () => void;
}

type PageListProps = Pick<SettingsPagesProps, 'title' | 'pages' | 'ending'> & Ways & { chosen: SettingsPage | undefined };

function PageList({ title, pages, ending, wide, titleId, chosen, turn, close }: PageListProps) {
  const { t } = useTranslation();
  return (
    <nav
      aria-labelledby={titleId}
      className={cn('flex flex-col bg-sidebar pt-[env(safe-area-inset-top)]', wide ? 'w-sidebar shrink-0' : 'w-full')}
    >
      <header className="flex h-header shrink-0 items-center gap-2 ps-4 pe-2">
        <h1 id={titleId} dir="auto" className="min-w-0 flex-1 truncate text-match-parent text-heading font-semibold">
          {title}
        </h1>
        {!wide && <IconButton icon={X} label={t('common.close')} onClick={close} />}
      </header>
      <ScrollArea className="flex flex-1 flex-col gap-0.5 p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        {pages.map(({ id, label, icon, group, badge }, index) => (
          <Fragment key={id}>
            {group && group !== pages[index - 1]?.group && (
              <h2 className="px-2 pt-3 pb-1 text-meta font-semibold text-fg-subtle">{group}</h2>
            )}
            <ListItem leading={<Icon icon={icon} />} trailing={badge} selected={wide && id === chosen?.id} onClick={() => turn(id)}>
              {label}
            </ListItem>
          </Fragment>
        ))}
        {ending}
      </ScrollArea>
    </nav>
  );
}

function Page({ page, sub, wide, titleId, turn, close }: Ways & { page: SettingsPage; sub: string | null }) {
  const { t } = useTranslation();
  const context = useMemo(
    () => ({ sub, openSub: (next: string | null) => turn(next === null ? page.id : `${page.id}.${next}`) }),
    [sub, page.id, turn],
  );
  return (
    <main className="flex min-w-0 flex-1 flex-col pt-[env(safe-area-inset-top)]">
      <header className={cn('flex h-header shrink-0 items-center gap-2', wide ? 'ps-8 pe-3' : 'px-2')}>
        {!wide && <IconButton icon={ArrowLeft} mirrored label={t('common.back')} onClick={() => turn(sub === null ? '' : page.id)} />}
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-heading font-semibold">
          {page.label}
        </h2>
        {wide && <IconButton icon={X} label={t('common.close')} shortcut="escape" tooltipSide="bottom" onClick={close} />}
      </header>
      <SubPageContext value={context}>
        <PageBody key={(!wide && sub) || ''} panes={wide && page.panes === true} wide={wide}>
          <Suspense fallback={<PageSkeleton />}>{page.content}</Suspense>
        </PageBody>
      </SubPageContext>
    </main>
  );
}

function PageBody({ panes, wide, children }: { panes: boolean; wide: boolean; children: ReactNode }) {
  if (panes) return <div className="flex min-h-0 flex-1">{children}</div>;
  return (
    <ScrollArea className="flex-1">
      <div
        className={cn(
          'flex min-h-full max-w-dialog-large flex-col pt-4 pb-[max(3rem,env(safe-area-inset-bottom))] has-data-[save-bar]:pb-0',
          wide ? 'px-8' : 'px-4',
        )}
      >
        {children}
      </div>
    </ScrollArea>
  );
}

function PageSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col">
      <div className="flex flex-col gap-5">
        <Skeleton className="w-32" />
        <Skeleton shape="block" className="h-9 w-full" />
        <Skeleton className="w-24" />
        <Skeleton shape="block" className="h-9 w-full" />
      </div>
    </SkeletonGroup>
  );
}

/** Takes focus while it is open, and gives it back to where it was. */
function useFocusWithin(ref: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => {
      // What is behind is inert until this is gone.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.isConnected && before.focus());
    };
  }, [ref]);
}
