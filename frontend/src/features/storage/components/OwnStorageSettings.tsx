import type { FileSort } from '@hearth/contract';
import { useState } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { ErrorState, Select, Skeleton } from '@/ui';
import { useDeleteOwnFiles } from '../mutations';
import { OWN_STORAGE, useOwnFiles, useOwnStorage } from '../queries';
import { FileList } from './FileList';
import { UsageBar } from './UsageBar';

/** What the own files take, and each of them. */
export default function OwnStorageSettings() {
  const { t } = useTranslation();
  const [sort, setSort] = useState<FileSort>('size');
  const list = useOwnFiles(sort);
  const deletion = useDeleteOwnFiles(OWN_STORAGE);
  return (
    <div className="flex flex-col gap-6">
      <Use />
      <FileList
        list={list}
        mayDelete={() => true}
        warning={t('storage.ownWarning')}
        deletion={deletion}
        filters={
          <Select
            label={t('storage.sort')}
            value={sort}
            onValueChange={setSort}
            options={[
              { value: 'size', label: t('storage.bySize') },
              { value: 'date', label: t('storage.byDate') },
            ]}
          />
        }
      />
    </div>
  );
}

function Use() {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const use = useOwnStorage();
  if (use.isPending) return <Skeleton shape="block" className="h-10" />;
  if (use.isError)
    return (
      <ErrorState title={t('storage.failed')} onRetry={() => void use.refetch()}>
        {errorText(use.error)}
      </ErrorState>
    );
  const { bytes, limit, count } = use.data;
  return (
    <section className="flex flex-col gap-2">
      <UsageBar label={t('storage.own')} bytes={bytes} limit={limit} />
      <p className="text-meta text-fg-subtle">{t('storage.ownHint', { count, number: format.number(count) })}</p>
    </section>
  );
}
