import { limits, verificationLevels, type Screening, type VerificationLevel } from '@hearth/contract';
import { Plus, Trash2 } from 'lucide-react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { useChanges } from '@/lib/use-changes';
import { Button, ErrorState, IconButton, RadioGroup, SaveBar, Select, Skeleton, SkeletonGroup, TextArea } from '@/ui';
import { useScreening } from '@/features/moderation';
import { useUpdateServer, type HeldServer } from '@/features/servers';
import { useUnsavedChanges } from '@/features/settings';

interface Fields {
  rules: string[];
  minAccountAge: number;
  verificationLevel: VerificationLevel;
}

/** What somebody must do and be before they can take part. */
export default function ScreeningSettings({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const screening = useScreening(server.id);
  if (screening.isError) {
    return (
      <ErrorState title={t('screening.failed')} onRetry={() => void screening.refetch()}>
        {errorText(screening.error)}
      </ErrorState>
    );
  }
  if (screening.isPending) return <ScreeningSkeleton />;
  return <ScreeningForm server={server} screening={screening.data} />;
}

function ScreeningForm({ server, screening }: { server: HeldServer; screening: Screening }) {
  const errorText = useErrorText();
  const update = useUpdateServer(server.id);
  const { rules, minAccountAge } = screening;
  const form = useChanges<Fields>({ rules, minAccountAge, verificationLevel: server.verificationLevel });
  const urgent = useUnsavedChanges(form.isDirty);
  const save = () => {
    const written = form.changed.rules?.map((rule) => rule.trim()).filter(Boolean);
    update.mutate({ ...form.changed, ...(written && { rules: written }) }, { onSuccess: form.reset });
  };
  return (
    <>
      <div className="flex flex-col gap-10">
        <RulesEditor rules={form.value.rules} onChange={(next) => form.change({ rules: next })} />
        <Verification level={form.value.verificationLevel} onChange={(verificationLevel) => form.change({ verificationLevel })} />
        <AccountAge seconds={form.value.minAccountAge} onChange={(seconds) => form.change({ minAccountAge: seconds })} />
      </div>
      <SaveBar
        dirty={form.isDirty}
        urgent={urgent}
        saving={update.isPending}
        error={update.error ? errorText(update.error) : undefined}
        onReset={form.reset}
        onSave={save}
      />
    </>
  );
}

/** Each in a field of its own: a newcomer reads them one by one. */
function RulesEditor({ rules, onChange }: { rules: readonly string[]; onChange: (rules: string[]) => void }) {
  const { t } = useTranslation();
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3 className="text-body font-semibold">{t('screening.rules')}</h3>
        <p className="text-ui text-fg-muted">{t('screening.rulesIntro')}</p>
      </div>
      {rules.length > 0 && (
        <ol className="flex flex-col gap-3">
          {rules.map((rule, index) => (
            <li key={index} className="flex items-start gap-2">
              <TextArea
                label={t('screening.rule', { number: index + 1 })}
                dir="auto"
                minRows={1}
                maxLength={limits.rule}
                value={rule}
                onChange={(event) => onChange(rules.with(index, event.target.value))}
                className="flex-1"
              />
              <IconButton
                icon={Trash2}
                label={t('screening.removeRule', { number: index + 1 })}
                className="mt-6.5"
                onClick={() => onChange(rules.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ol>
      )}
      <Button icon={Plus} className="self-start" disabled={rules.length >= limits.rulesPerServer} onClick={() => onChange([...rules, ''])}>
        {t('screening.addRule')}
      </Button>
    </section>
  );
}

function Verification({ level, onChange }: { level: VerificationLevel; onChange: (level: VerificationLevel) => void }) {
  const { t } = useTranslation();
  return (
    <section className="flex flex-col gap-3">
      <RadioGroup
        label={t('screening.verification')}
        value={level}
        onValueChange={onChange}
        options={verificationLevels.map((value) => ({
          value,
          label: t(`auditLog.choices.${value}`),
          hint: t(`screening.levels.${value}`),
        }))}
      />
      <p className="text-meta text-fg-subtle">{t('screening.verificationHint')}</p>
    </section>
  );
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
const ages = [0, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];

function AccountAge({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offered = ages.includes(seconds) ? ages : [...ages, seconds].sort((a, b) => a - b);
  return (
    <Select
      label={t('screening.accountAge')}
      hint={t('screening.accountAgeHint')}
      options={offered.map((value) => ({ value: String(value), label: value === 0 ? t('screening.anyAge') : format.duration(value) }))}
      value={String(seconds)}
      onValueChange={(value) => onChange(Number(value))}
    />
  );
}

function ScreeningSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('screening.loading')}>
      <div className="flex flex-col gap-5">
        <Skeleton className="w-24" />
        <Skeleton shape="block" className="h-9 w-full" />
        <Skeleton shape="block" className="h-9 w-full" />
        <Skeleton className="w-32" />
        <Skeleton className="w-48" />
        <Skeleton className="w-48" />
      </div>
    </SkeletonGroup>
  );
}
