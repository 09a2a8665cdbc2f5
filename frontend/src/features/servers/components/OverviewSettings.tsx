import { limits } from '@hearth/contract';
import { LogOut, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '@/api';
import { useErrorText } from '@/i18n';
import { Avatar, Button, ConfirmDialog, Divider, FormError, TextField, useToast } from '@/ui';
import { useDeleteServer, useUpdateServer, type HeldServer } from '@/features/servers';

export interface OverviewSettingsProps {
  server: HeldServer;
  onLeave: () => void;
}

export function OverviewSettings({ server, onLeave }: OverviewSettingsProps) {
  return (
    <div className="flex flex-col gap-8">
      <NameForm key={server.id} server={server} />
      <Divider />
      <Ending server={server} onLeave={onLeave} />
    </div>
  );
}

function NameForm({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const update = useUpdateServer(server.id);
  const [name, setName] = useState(server.name);
  const fault = name.trim() === '' ? t('servers.nameMissing') : fieldErrors(update.error)['name'];
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') update.mutate({ name }, { onSuccess: () => toast.show({ title: t('settings.saved'), tone: 'success' }) });
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-5">
      <Avatar id={server.id} name={name.trim() || server.name} src={server.icon} size={80} shape="square" />
      <FormError>{update.error && !fault && errorText(update.error)}</FormError>
      <TextField
        label={t('servers.name')}
        dir="auto"
        autoComplete="off"
        maxLength={limits.serverName}
        value={name}
        onValueChange={setName}
        error={fault}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={update.isPending} disabled={name.trim() === server.name}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}

/** The owner can only end a server; everybody else can leave it. */
function Ending({ server, onLeave }: OverviewSettingsProps) {
  const { t } = useTranslation();
  if (server.ownerId === server.me.user.id) return <DeleteServer server={server} />;
  return (
    <div>
      <Button icon={LogOut} onClick={onLeave}>
        {t('servers.leave')}
      </Button>
    </div>
  );
}

function DeleteServer({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteServer();
  const [open, setOpen] = useState(false);
  return (
    <section className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h3 className="text-body font-semibold">{t('serverSettings.delete')}</h3>
        <p className="text-ui text-fg-muted">{t('serverSettings.deleteIntro')}</p>
      </div>
      <Button variant="danger" icon={Trash2} onClick={() => setOpen(true)}>
        {t('serverSettings.delete')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('serverSettings.deleteTitle')}
        description={t('serverSettings.deleteText', { server: server.name, count: server.memberCount })}
        confirmLabel={t('serverSettings.delete')}
        confirmText={server.name}
        busy={remove.isPending}
        error={remove.error ? errorText(remove.error) : undefined}
        onConfirm={() => remove.mutate(server)}
      />
    </section>
  );
}
