import type { Channel, OverwritesPreview } from '@hearth/contract';
import { CircleMinus, CirclePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Avatar, Button, Dialog, DialogClose, ErrorState, FormError, Icon, Skeleton, SkeletonGroup } from '@/ui';
import { useOverwritesPreview } from '@/features/servers';
import type { Overwrite } from '../overwrites';
import { isShown, type ShownPermission } from '../permission-groups';
import { tellingChanges } from '../preview';
import { usePermissionWords } from './use-permission-words';

interface OverwritePreviewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
  overwrites: Overwrite[];
  title: string;
  description: string;
  confirmLabel: string;
  /** Stands before the changes. */
  notice?: ReactNode;
  saving: boolean;
  error: string | undefined;
  onConfirm: () => void;
}

/** Who gains and who loses what, before it happens. */
export function OverwritePreviewDialog(props: OverwritePreviewDialogProps) {
  const { open, onOpenChange, channel, overwrites, title, description, confirmLabel, notice, saving, error, onConfirm } = props;
  const { t } = useTranslation();
  const preview = useOverwritesPreview(channel.id, open ? overwrites : null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button variant="primary" loading={saving} disabled={preview.isPending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError>{error}</FormError>
        {notice}
        <PreviewBody preview={preview} />
      </div>
    </Dialog>
  );
}

function PreviewBody({ preview }: { preview: ReturnType<typeof useOverwritesPreview> }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (preview.isError) {
    return (
      <ErrorState title={t('channelPermissions.previewFailed')} onRetry={() => void preview.refetch()}>
        {errorText(preview.error)}
      </ErrorState>
    );
  }
  if (preview.isPending) return <PreviewSkeleton />;
  const shown = tellingChanges(preview.data.permissions).flatMap(({ permission, ...who }) =>
    isShown(permission) ? [{ permission, ...who }] : [],
  );
  if (shown.length === 0) return <p className="text-body text-fg-muted">{t('channelPermissions.previewNobody')}</p>;
  return shown.map((change) => <PermissionChange key={change.permission} {...change} />);
}

type Affected = OverwritesPreview['permissions'][number]['gains'];

function PermissionChange({ permission, gains, loses }: { permission: ShownPermission; gains: Affected; loses: Affected }) {
  const words = usePermissionWords('channel');
  return (
    <section className="flex flex-col gap-2 rounded-card border border-line p-3">
      <h3 className="text-ui font-semibold">{words.name(permission)}</h3>
      {gains.count > 0 && <People kind="gains" affected={gains} />}
      {loses.count > 0 && <People kind="loses" affected={loses} />}
    </section>
  );
}

/** How many faces are shown before the rest is a number. */
const FACES = 8;

function People({ kind, affected }: { kind: 'gains' | 'loses'; affected: Affected }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { count, members } = affected;
  const named = members.slice(0, FACES);
  const rest = count - named.length;
  return (
    <div className="flex flex-col gap-1.5">
      <p className={cn('flex items-center gap-1.5 text-ui font-medium', kind === 'gains' ? 'text-success-text' : 'text-danger-text')}>
        <Icon icon={kind === 'gains' ? CirclePlus : CircleMinus} />
        {t(`channelPermissions.${kind}`, { count, number: format.number(count) })}
      </p>
      <ul className="flex flex-wrap gap-x-3 gap-y-1.5 ps-5.5">
        {named.map((user) => (
          <li key={user.id} className="flex max-w-full items-center gap-1.5 text-ui">
            <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={20} />
            <bdi className="truncate">{nameOf(user)}</bdi>
          </li>
        ))}
        {rest > 0 && (
          <li className="text-ui text-fg-subtle">{t('channelPermissions.andMore', { count: rest, number: format.number(rest) })}</li>
        )}
      </ul>
    </div>
  );
}

function PreviewSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('channelPermissions.previewLoading')}>
      <div className="flex flex-col gap-3 rounded-card border border-line p-3">
        <Skeleton className="w-32" />
        <Skeleton className="w-48" />
        <Skeleton className="w-64" />
      </div>
    </SkeletonGroup>
  );
}
