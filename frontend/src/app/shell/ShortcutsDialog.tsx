import { useTranslation } from '@/i18n';
import { composerKeys, listKeys, rowKeys } from '@/features/messages/components';
import { Dialog, Kbd } from '@/ui';
import { appKeys } from './app-keys';

/** From the tables by which keys act, so that nothing is shown that does not work. */
const groups = [
  { title: 'shortcuts.anywhere', keys: Object.values(appKeys) },
  { title: 'shortcuts.messages', keys: [...Object.values(listKeys), ...rowKeys] },
  { title: 'shortcuts.composer', keys: Object.values(composerKeys) },
] as const;

export default function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="large" title={t('shortcuts.title')}>
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 tablet:grid-cols-2">
        {groups.map(({ title, keys }) => (
          <section key={title} className="flex flex-col gap-2.5">
            <h3 className="text-ui font-semibold">{t(title)}</h3>
            <dl className="flex flex-col gap-2">
              {keys.map(({ keys: combination, text }) => (
                <div key={text} className="flex items-center justify-between gap-4">
                  <dt className="text-ui text-fg-muted">{t(text)}</dt>
                  <dd className="flex shrink-0">
                    <Kbd keys={combination} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
