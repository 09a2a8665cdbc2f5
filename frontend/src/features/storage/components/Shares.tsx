import { useFormat, useTranslation } from '@/i18n';

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
}

/** Parts of a whole under each other, what takes most first. */
export function Shares({ title, shares, whole }: SharesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h3 className="text-ui font-semibold">{title}</h3>
      {shares.length === 0 && <p className="text-ui text-fg-subtle">{t('storage.nothing')}</p>}
      <ul className="flex flex-col gap-2.5">
        {shares.map(({ key, label, bytes, count }) => (
          <li key={key} className="flex flex-col gap-1">
            <span className="flex items-baseline justify-between gap-3 text-ui">
              <bdi className="min-w-0 truncate">{label}</bdi>
              <span className="shrink-0 text-meta text-fg-subtle tabular-nums">
                {format.facts(format.bytes(bytes), t('storage.count', { count, number: format.number(count) }))}
              </span>
            </span>
            <span aria-hidden className="h-1 overflow-hidden rounded-full bg-active">
              <span className="block h-full rounded-full bg-accent" style={{ width: `${(bytes / Math.max(whole, 1)) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
