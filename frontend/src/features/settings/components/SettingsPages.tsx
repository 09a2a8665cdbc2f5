import { ArrowLeft, X, type LucideIcon } from 'lucide-react';
import { Suspense, useEffect, useId, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '@/lib/cn';
import { useBreakpoint } from '@/lib/use-media-query';
import { Icon, IconButton, ListItem, ScrollArea, Skeleton, SkeletonGroup } from '@/ui';

export interface SettingsPage {
  id: string;
  label: string;
  icon: LucideIcon;
  content: ReactNode;
}

export interface SettingsPagesProps {
  title: string;
  pages: readonly SettingsPage[];
  /** Empty: the list of pages on phones, the first page elsewhere. */
  page: string;
  onPage: (id: string) => void;
  onClose: () => void;
  /** Under the list of pages: what ends things, such as logging out. */
  ending?: ReactNode;
}

/** Settings over the whole window: pages beside their list, or one after the other on phones. The rest of the app is inert meanwhile. */
export function SettingsPages({ title, pages, page, onPage, onClose, ending }: SettingsPagesProps) {
  const { t } = useTranslation();
  const wide = useBreakpoint('tablet');
  const titleId = useId();
  const dialog = useRef<HTMLDivElement>(null);
  useFocusWithin(dialog);
  const chosen = pages.find(({ id }) => id === page) ?? (wide ? pages[0] : undefined);
  return (
    <div
      ref={dialog}
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-0 flex bg-canvas outline-none"
    >
      {(wide || !chosen) && (
        <nav
          aria-labelledby={titleId}
          className={cn('flex flex-col bg-sidebar pt-[env(safe-area-inset-top)]', wide ? 'w-sidebar shrink-0' : 'w-full')}
        >
          <header className="flex h-header shrink-0 items-center gap-2 ps-4 pe-2">
            <h1 id={titleId} className="min-w-0 flex-1 truncate text-heading font-semibold">
              {title}
            </h1>
            {!wide && <IconButton icon={X} label={t('common.close')} onClick={onClose} />}
          </header>
          <ScrollArea className="flex flex-1 flex-col gap-0.5 p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
            {pages.map(({ id, label, icon }) => (
              <ListItem key={id} leading={<Icon icon={icon} />} selected={wide && id === chosen?.id} onClick={() => onPage(id)}>
                {label}
              </ListItem>
            ))}
            {ending}
          </ScrollArea>
        </nav>
      )}
      {chosen && (
        <Page key={chosen.id} page={chosen} wide={wide} titleId={wide ? undefined : titleId} onBack={() => onPage('')} onClose={onClose} />
      )}
    </div>
  );
}

interface PageProps {
  page: SettingsPage;
  wide: boolean;
  titleId: string | undefined;
  onBack: () => void;
  onClose: () => void;
}

function Page({ page, wide, titleId, onBack, onClose }: PageProps) {
  const { t } = useTranslation();
  return (
    <main className="flex min-w-0 flex-1 flex-col pt-[env(safe-area-inset-top)]">
      <header className={cn('flex h-header shrink-0 items-center gap-2', wide ? 'ps-8 pe-3' : 'px-2')}>
        {!wide && <IconButton icon={ArrowLeft} mirrored label={t('common.back')} onClick={onBack} />}
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-heading font-semibold">
          {page.label}
        </h2>
        {wide && <IconButton icon={X} label={t('common.close')} shortcut="escape" tooltipSide="bottom" onClick={onClose} />}
      </header>
      <ScrollArea className="flex-1">
        <div className={cn('max-w-dialog-large pt-4 pb-[max(3rem,env(safe-area-inset-bottom))]', wide ? 'px-8' : 'px-4')}>
          <Suspense fallback={<PageSkeleton />}>{page.content}</Suspense>
        </div>
      </ScrollArea>
    </main>
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
