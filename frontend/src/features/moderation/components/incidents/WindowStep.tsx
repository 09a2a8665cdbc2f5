import { limits } from '@hearth/contract';
import { useState } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { inviteCodeIn } from '@/lib/paths';
import { Button, DateTimeRange, FormError, isReversed, TextField, type TimeRange } from '@/ui';

/** When the raid was, by which invite, and who else was in it. */
export interface RaidWindow {
  range: TimeRange;
  inviteCode: string;
  userIds: readonly string[];
}

interface WindowStepProps {
  window: RaidWindow;
  onChange: (window: RaidWindow) => void;
  onNext: () => void;
  busy: boolean;
  error: Error | null;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const shortcuts = [10 * MINUTE, HOUR, 6 * HOUR, DAY, limits.incidentDays * DAY];

/** The time up to now. */
export function lastSeconds(seconds: number): TimeRange {
  const now = Date.now();
  return { from: now - seconds * 1_000, to: now };
}

export function WindowStep({ window, onChange, onNext, busy, error }: WindowStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const [tried, setTried] = useState(false);
  const fault = faultOf(window.range);
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (fault === null && !busy) onNext();
      }}
    >
      <p className="text-ui text-fg-muted">{t('incidents.windowIntro')}</p>
      <FormError>{error && errorText(error)}</FormError>
      <div className="flex flex-wrap gap-2">
        {shortcuts.map((seconds) => (
          <Button key={seconds} size="small" onClick={() => onChange({ ...window, range: lastSeconds(seconds) })}>
            {t('moderation.deleteLast', { time: format.duration(seconds) })}
          </Button>
        ))}
      </div>
      <DateTimeRange label={t('incidents.window')} value={window.range} onValueChange={(range) => onChange({ ...window, range })} />
      <FormError>
        {tried && fault !== null && fault !== 'reversed' && t(`incidents.faults.${fault}`, { count: limits.incidentDays })}
      </FormError>
      <TextField
        label={t('incidents.invite')}
        optional
        hint={t('incidents.inviteHint')}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={window.inviteCode}
        onValueChange={(text) => onChange({ ...window, inviteCode: inviteCodeIn(text) ?? text })}
      />
      <Button type="submit" variant="primary" loading={busy} className="self-start">
        {t('incidents.toLook')}
      </Button>
    </form>
  );
}

function faultOf(range: TimeRange): 'missing' | 'reversed' | 'tooLong' | null {
  if (range.from === null || range.to === null) return 'missing';
  if (isReversed(range) || range.from === range.to) return 'reversed';
  return range.to - range.from > limits.incidentDays * DAY * 1_000 ? 'tooLong' : null;
}
