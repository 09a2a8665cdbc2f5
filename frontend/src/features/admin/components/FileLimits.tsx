import { attachmentKinds, limits, type AdminSettings, type AttachmentKind } from '@hearth/contract';
import { useErrorText, useTranslation } from '@/i18n';
import { useUnsavedChanges } from '@/features/settings';
import { useChanges } from '@/lib/use-changes';
import { Checkbox, SaveBar, TextField } from '@/ui';
import { useUpdateAdminSettings } from '../queries';
import { fromUnits, GIGABYTE, inUnits, MEGABYTE } from '../units';

const units = { maxFileBytes: MEGABYTE, userFileBytes: GIGABYTE, serverFileBytes: GIGABYTE } as const;
type Bound = keyof typeof units;
const bounds = Object.keys(units) as Bound[];

type Form = Record<Bound, string> & { fileKinds: AttachmentKind[] };

const formOf = ({ fileKinds, ...bytes }: AdminSettings): Form => ({
  maxFileBytes: inUnits(bytes.maxFileBytes, units.maxFileBytes),
  userFileBytes: inUnits(bytes.userFileBytes, units.userFileBytes),
  serverFileBytes: inUnits(bytes.serverFileBytes, units.serverFileBytes),
  fileKinds,
});

const bytesOf = (bound: Bound, text: string): number | null => fromUnits(text, units[bound], limits.storageBytes);

/** How large files may be, together and each, and what they may be. */
export function FileLimits({ settings }: { settings: AdminSettings }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const update = useUpdateAdminSettings();
  const { value, changed, isDirty, change, reset } = useChanges(formOf(settings));
  const urgent = useUnsavedChanges(isDirty);
  const wrong = bounds.filter((bound) => bytesOf(bound, value[bound]) === null);
  const toggle = (kind: AttachmentKind, isOn: boolean) =>
    change({ fileKinds: attachmentKinds.filter((one) => (one === kind ? isOn : value.fileKinds.includes(one))) });
  const save = () => {
    const given = bounds.filter((bound) => changed[bound] !== undefined).map((bound) => [bound, bytesOf(bound, value[bound])] as const);
    const body = { ...Object.fromEntries(given), ...(changed.fileKinds && { fileKinds: changed.fileKinds }) };
    update.mutate(body, { onSuccess: reset });
  };
  return (
    <section aria-labelledby="file-limits" className="flex flex-1 flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h3 id="file-limits" className="text-heading font-semibold">
          {t('admin.limits')}
        </h3>
        <p className="text-ui text-fg-muted">{t('admin.limitsHint')}</p>
      </div>
      {bounds.map((bound) => (
        <TextField
          key={bound}
          label={t(`admin.bounds.${bound}`)}
          hint={t(`admin.boundHints.${bound}`)}
          inputMode="decimal"
          autoComplete="off"
          suffix={<span className="pe-3 text-ui">{t(bound === 'maxFileBytes' ? 'admin.megabytes' : 'admin.gigabytes')}</span>}
          value={value[bound]}
          onValueChange={(text) => change({ [bound]: text })}
          error={wrong.includes(bound) ? t('admin.wrongSize') : undefined}
        />
      ))}
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-2 text-ui font-medium">{t('admin.kinds')}</legend>
        {attachmentKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`admin.kindNames.${kind}`)}
            checked={value.fileKinds.includes(kind)}
            onCheckedChange={(isOn) => toggle(kind, isOn)}
          />
        ))}
        {value.fileKinds.length === 0 && <p className="text-ui text-warning-text">{t('admin.noKinds')}</p>}
      </fieldset>
      <SaveBar
        dirty={isDirty}
        urgent={urgent}
        saving={update.isPending}
        disabled={wrong.length > 0}
        error={update.error ? errorText(update.error) : undefined}
        onReset={() => {
          reset();
          update.reset();
        }}
        onSave={save}
      />
    </section>
  );
}
