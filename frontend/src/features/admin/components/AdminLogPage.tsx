import { attachmentKinds, type AdminLogEntry, type AuditChange } from '@hearth/contract';
import { ScrollText } from 'lucide-react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
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
  const name = (actor && nameOf(actor)) ?? t('auditLog.goneActor');
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

const bounds = ['maxFileBytes', 'userFileBytes', 'serverFileBytes'] as const;
const facts = ['bytes', 'ownerId', 'serverId'] as const;
const isOne = <Name extends string>(names: readonly Name[], key: string): key is Name => (names as readonly string[]).includes(key);

/** What was lost has no state after. */
function ChangeLine({ change: { key, before, after } }: { change: AuditChange }) {
  const said = useSaid();
  const labelOf = useLabel();
  return (
    <span className="block">
      {labelOf(key)}: <bdi>{said(before)}</bdi>
      {after !== null && (
        <>
          {' → '}
          <bdi>{said(after)}</bdi>
        </>
      )}
    </span>
  );
}

function useLabel(): (key: string) => string {
  const { t } = useTranslation();
  return (key) => {
    if (key === 'fileKinds') return t('admin.kinds');
    if (isOne(bounds, key)) return t(`admin.bounds.${key}`);
    return isOne(facts, key) ? t(`admin.changed.${key}`) : key;
  };
}

/** Sizes and kinds as people read them. */
function useSaid(): (value: AuditChange['before']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (value) => {
    if (typeof value === 'number') return format.bytes(value);
    if (typeof value === 'string') return value;
    if (!Array.isArray(value)) return JSON.stringify(value);
    const kinds = attachmentKinds.filter((kind) => value.includes(kind));
    return kinds.length === 0 ? t('admin.none') : format.list(kinds.map((kind) => t(`admin.kindNames.${kind}`)));
  };
}
