import { limits } from '@hearth/contract';
import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { Trans } from 'react-i18next';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { useSettled } from '@/lib/use-settled';
import { Icon, TextArea } from '@/ui';
import { useRuleTest } from '@/features/automod';
import { faultsOf, testableOf, type RuleDraft, type TriggerDraft } from '../rule-draft';

const SETTLED_MS = 400;

/** A text to try the rule on, as it stands in the form. Whatever takes more than one text cannot be tried. */
export function RuleTest({ serverId, draft }: { serverId: string; draft: RuleDraft }) {
  const { t } = useTranslation();
  const [content, setContent] = useState('');
  if (testableOf(draft.trigger) === null) return null;
  const { list, allowed, number } = faultsOf(draft);
  const isReady = !list && !allowed && !number;
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={t('autoMod.test.label')}
        hint={t('autoMod.test.hint')}
        dir="auto"
        minRows={2}
        maxRows={6}
        maxLength={limits.content}
        value={content}
        onChange={(event) => setContent(event.target.value)}
      />
      <div role="status" className="min-h-6 text-ui">
        {content.trim() !== '' && (isReady ? <Outcome {...{ serverId, content }} trigger={draft.trigger} /> : t('autoMod.test.notReady'))}
      </div>
    </div>
  );
}

function Outcome({ serverId, trigger, content }: { serverId: string; trigger: TriggerDraft; content: string }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  // What is typed is asked for when the typing pauses.
  const settled = JSON.parse(useSettled(JSON.stringify({ trigger, content }), SETTLED_MS)) as { trigger: TriggerDraft; content: string };
  const { data, error } = useRuleTest(serverId, testableOf(settled.trigger), settled.content);
  if (error) return <span className="text-danger-text">{Object.values(fieldErrors(error))[0] ?? errorText(error)}</span>;
  if (!data) return null;
  if (data.matched === null) {
    return (
      <span className="flex items-center gap-2 text-success-text">
        <Icon icon={CircleCheck} />
        {t('autoMod.test.passes')}
      </span>
    );
  }
  return (
    <span className="flex items-start gap-2 text-danger-text">
      <Icon icon={CircleX} className="mt-0.5" />
      <span className="wrap-anywhere">
        <Trans
          i18nKey={`autoMod.test.found.${trigger.type === 'MENTION_SPAM' ? 'mentions' : 'text'}`}
          values={{ matched: data.matched }}
          components={{ strong: <strong className="font-semibold" /> }}
        />
      </span>
    </span>
  );
}
