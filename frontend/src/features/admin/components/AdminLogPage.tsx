import { attachmentKinds, type AdminLogEntry, type AuditChange } from '@hearth/contract';
import { ScrollText } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { Avatar, DataList, DataRow, EmptyState } from '@/ui';
import { useAdminLog } from '../queries';

/** Who changed what of the installation, the newest first. */
export default function AdminLogPage() {
  const { t } = useTranslation();
  return (
    <DataList
      label={t('admin.log')}
      list={useAdminLog()}
      keyOf={({ id }) => id}
      empty={<EmptyState icon={ScrollText} title={t('admin.noLog')} />}
      errorTitle={t('admin.failed')}
    >
      {(entry) => <Entry entry={entry} />}
    </DataList>
  );
}

function Entry({ entry: { actor, action, target, changes, createdAt } }: { entry: AdminLogEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = actor?.displayName ?? t('auditLog.goneActor');
  return (
    <DataRow
      leading={<Avatar id={actor?.id ?? '0'} name={name} picture={actor?.avatar ?? null} size={32} />}
      title={
        <>
          <bdi>{name}</bdi> <span className="font-normal text-fg-muted">{t(`admin.actions.${action}`)}</span>
        </>
      }
      detail={
        <>
          {target && <bdi className="block font-mono wrap-anywhere">{target}</bdi>}
          {changes.map((change) => (
            <ChangeLine key={change.key} change={change} />
          ))}
          <time dateTime={createdAt} title={format.exact(createdAt)}>
            {format.stamp(createdAt)}
          </time>
        </>
      }
    />
  );
}

const names = ['maxFileBytes', 'userFileBytes', 'serverFileBytes', 'fileKinds'] as const;
type Name = (typeof names)[number];
const isName = (key: string): key is Name => (names as readonly string[]).includes(key);

function ChangeLine({ change: { key, before, after } }: { change: AuditChange }) {
  const { t } = useTranslation();
  const said = useSaid();
  const label = isName(key) ? t(key === 'fileKinds' ? 'admin.kinds' : `admin.bounds.${key}`) : key;
  return (
    <span className="block">
      {label}: <bdi>{said(before)}</bdi> → <bdi>{said(after)}</bdi>
    </span>
  );
}

/** Sizes and kinds as people read them. */
function useSaid(): (value: AuditChange['before']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (value) => {
    if (typeof value === 'number') return format.bytes(value);
    if (!Array.isArray(value)) return JSON.stringify(value);
    const kinds = attachmentKinds.filter((kind) => value.includes(kind));
    return kinds.length === 0 ? t('admin.none') : format.list(kinds.map((kind) => t(`admin.kindNames.${kind}`)));
  };
}
