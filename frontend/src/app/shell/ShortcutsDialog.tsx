import { useTranslation } from 'react-i18next';
import { Dialog, Kbd } from '@/ui';

const groups = [
  {
    title: 'shortcuts.anywhere',
    keys: [
      ['alt+up', 'shortcuts.previousChannel'],
      ['alt+down', 'shortcuts.nextChannel'],
      ['alt+shift+up', 'shortcuts.previousUnread'],
      ['alt+shift+down', 'shortcuts.nextUnread'],
      ['escape', 'shortcuts.escape'],
      ['mod+,', 'shortcuts.settings'],
      ['mod+/', 'shortcuts.all'],
    ],
  },
  {
    title: 'shortcuts.messages',
    keys: [
      ['up', 'shortcuts.previousMessage'],
      ['down', 'shortcuts.nextMessage'],
      ['enter', 'shortcuts.messageActions'],
      ['e', 'shortcuts.editMessage'],
      ['delete', 'shortcuts.deleteMessage'],
      ['shift+delete', 'shortcuts.deleteAtOnce'],
    ],
  },
  {
    title: 'shortcuts.composer',
    keys: [
      ['enter', 'shortcuts.send'],
      ['shift+enter', 'shortcuts.newLine'],
      ['up', 'shortcuts.editLast'],
    ],
  },
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
              {keys.map(([key, text]) => (
                <div key={text} className="flex items-center justify-between gap-4">
                  <dt className="text-ui text-fg-muted">{t(text)}</dt>
                  <dd className="flex shrink-0">
                    <Kbd keys={key} />
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
