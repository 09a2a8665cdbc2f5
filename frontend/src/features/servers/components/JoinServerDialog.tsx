import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '@/i18n';
import { inviteCodeIn } from '@/lib/paths';
import { Button, Dialog, DialogClose, TextField } from '@/ui';

export interface JoinServerDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Shows where the invite leads. */
  onCode: (code: string) => void;
}

export default function JoinServerDialog({ open, onOpenChange, onCode }: JoinServerDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = inviteCodeIn(text);
    setRefused(code === null);
    if (code !== null) onCode(code);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('servers.join')}
      description={t('servers.joinIntro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary">
            {t('servers.joinNext')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <TextField
          label={t('servers.inviteLink')}
          placeholder={`${location.origin}/invite/…`}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          onValueChange={(value) => {
            setText(value);
            setRefused(false);
          }}
          error={isRefused ? t('servers.inviteLinkWrong') : undefined}
        />
      </form>
    </Dialog>
  );
}
