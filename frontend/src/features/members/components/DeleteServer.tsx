import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, ConfirmDialog } from '@/ui';
import { useDeleteServer, type HeldServer } from '@/features/servers';

export function DeleteServer({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteServer();
  const [open, setOpen] = useState(false);
  return (
    <section className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-60 flex-1 flex-col gap-0.5">
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
