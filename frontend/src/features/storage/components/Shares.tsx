import { ChevronRight } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon, NativeButton } from '@/ui';

interface Share {
  key: string;
  label: string;
  bytes: number;
  count: number;
}

interface SharesProps {
  title: string;
  shares: readonly Share[];
  /** What they are parts of, in bytes. */
  whole: number;
  /** Leads from one of them to its files, in a dialog. */
  onOpen?: (key: string) => void;
}

/** Parts of a whole under each other, what takes most first. */
export function Shares({ title, shares, whole, onOpen }: SharesProps) {
  const { t } = useTranslation();
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h3 className="text-ui font-semibold">{title}</h3>
      {shares.length === 0 && <p className="text-ui text-fg-subtle">{t('storage.nothing')}</p>}
      <ul className={cn('flex flex-col', onOpen ? 'gap-0.5' : 'gap-2.5')}>
        {shares.map((share) => (
          <li key={share.key} className={cn('flex flex-col', onOpen ? '-mx-2' : 'gap-1')}>
            {onOpen ? (
              <NativeButton
                aria-haspopup="dialog"
                onClick={() => onOpen(share.key)}
                className="flex flex-col justify-center gap-1 rounded-card px-2 py-1 text-start hover:bg-hover pointer-coarse:min-h-touch"
              >
                <Part share={share} whole={whole} leads />
              </NativeButton>
            ) : (
              <Part share={share} whole={whole} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PartProps {
  share: Share;
  whole: number;
  /** It is a way to what it sums up. */
  leads?: boolean;
}

function Part({ share: { label, bytes, count }, whole, leads = false }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <span className="flex w-full items-baseline justify-between gap-3 text-ui">
        <bdi className="min-w-0 truncate">{label}</bdi>
        <span className="flex shrink-0 items-center gap-1 text-meta text-fg-subtle tabular-nums">
          {format.facts(format.bytes(bytes), t('storage.count', { count, number: format.number(count) }))}
          {leads && <Icon icon={ChevronRight} size="small" mirrored />}
        </span>
      </span>
      <span aria-hidden className="block h-1 w-full overflow-hidden rounded-full bg-active">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${(bytes / Math.max(whole, 1)) * 100}%` }} />
      </span>
    </>
  );
}
