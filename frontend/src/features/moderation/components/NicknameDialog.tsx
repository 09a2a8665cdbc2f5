import { limits, type UserSummary } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, ErrorState, FormError, Skeleton, SkeletonGroup, TextField } from '@/ui';
import { useRenameMyself, useUpdateMember } from '@/features/moderation';
import { useServer } from '@/features/servers';
import { useMember } from '../people';
import type { ActDialogProps } from './act-dialog';

interface NicknameDialogProps extends ActDialogProps {
  serverId: string;
  user: UserSummary;
}

/** What somebody is called in one server; left empty, they are called as everywhere. */
export function NicknameDialog({ open, onOpenChange, serverId, user }: NicknameDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const me = useServer(serverId)?.me;
  const isSelf = me?.user.id === user.id;
  const renaming = useRename(serverId, user.id, isSelf);
  const member = useMember(serverId, user.id, isSelf ? me : undefined);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={t('moderation.nicknameTitle')}
      description={isSelf ? t('moderation.myNicknameText') : t('moderation.nicknameText', { name: user.displayName })}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={renaming.isPending} disabled={!member.data}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      {member.data ? (
        <NicknameForm {...{ formId, user, renaming }} stored={member.data.nickname ?? ''} onDone={() => onOpenChange(false)} />
      ) : member.error ? (
        <ErrorState title={t('moderation.nicknameNotLoaded')} onRetry={() => void member.refetch()} retrying={member.isFetching}>
          {errorText(member.error)}
        </ErrorState>
      ) : (
        <SkeletonGroup>
          <Skeleton className="mb-2.5 w-20" />
          <Skeleton shape="block" className="h-9 w-full" />
        </SkeletonGroup>
      )}
    </Dialog>
  );
}

interface NicknameFormProps {
  formId: string;
  user: UserSummary;
  renaming: ReturnType<typeof useRename>;
  stored: string;
  onDone: () => void;
}

function NicknameForm({ formId, user, renaming, stored, onDone }: NicknameFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { rename, error, isPending } = renaming;
  const [typed, setTyped] = useState<string | null>(null);
  const nickname = typed ?? stored;
  const fault = fieldErrors(error)['nickname'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) rename(nickname.trim() || null, onDone);
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{error && !fault && errorText(error)}</FormError>
      <TextField
        label={t('moderation.nickname')}
        placeholder={user.displayName}
        hint={t('moderation.nicknameHint')}
        dir={autoDir(nickname)}
        autoComplete="off"
        maxLength={limits.nickname}
        value={nickname}
        onValueChange={setTyped}
        error={fault}
      />
    </form>
  );
}

/** One's own name and those of others are two permissions, and two ways. */
function useRename(serverId: string, userId: string, isSelf: boolean) {
  const own = useRenameMyself(serverId);
  const others = useUpdateMember(serverId);
  const rename = (nickname: string | null, onSuccess: () => void) =>
    isSelf ? own.mutate(nickname, { onSuccess }) : others.mutate({ userId, nickname }, { onSuccess });
  const { error, isPending } = isSelf ? own : others;
  return { rename, error, isPending };
}
