import { givenReportCategories, limits } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { nameOf, useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, FormError, RadioGroup, TextArea, useToast } from '@/ui';
import { type ModerationAct, useReportSomething } from '@/features/moderation';
import type { ActDialogProps } from './act-dialog';

type ReportAct = Extract<ModerationAct, { kind: 'reportUser' | 'reportMessage' }>;

/** Tells those who run the place that something is wrong. */
export function ReportDialog({ open, onOpenChange, act }: ActDialogProps & { act: ReportAct }) {
  const { t } = useTranslation();
  const formId = useId();
  const toast = useToast();
  const report = useReportSomething();
  const done = () => {
    onOpenChange(false);
    toast.show({ title: t('reporting.sent'), description: t('reporting.sentText'), tone: 'success' });
  };
  const isMessage = act.kind === 'reportMessage';
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={isMessage ? t('reporting.messageTitle') : t('reporting.userTitle', { name: nameOf(act.user) })}
      description={t('reporting.intro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="danger" loading={report.isPending}>
            {t('reporting.send')}
          </Button>
        </>
      }
    >
      {isMessage && <Quote name={nameOf(act.user)} text={act.text} />}
      <ReportForm {...{ formId, report, act }} onDone={done} />
    </Dialog>
  );
}

function Quote({ name, text }: { name: string; text: string }) {
  return (
    <blockquote className="mb-5 border-s-2 border-line-strong ps-3">
      <bdi className="text-ui font-semibold">{name}</bdi>
      <p dir="auto" className="line-clamp-4 text-ui wrap-anywhere whitespace-pre-wrap text-fg-muted">
        {text}
      </p>
    </blockquote>
  );
}

interface ReportFormProps {
  formId: string;
  report: ReturnType<typeof useReportSomething>;
  act: ReportAct;
  onDone: () => void;
}

function ReportForm({ formId, report, act, onDone }: ReportFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [category, setCategory] = useState<(typeof givenReportCategories)[number]>('SPAM');
  const [comment, setComment] = useState('');
  const target =
    act.kind === 'reportMessage'
      ? { messageId: act.messageId }
      : { userId: act.user.id, ...(act.serverId !== null && { serverId: act.serverId }) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!report.isPending) report.mutate({ ...target, category, comment: comment.trim() }, { onSuccess: onDone });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{report.error && errorText(report.error)}</FormError>
      <RadioGroup
        label={t('reporting.category')}
        value={category}
        onValueChange={setCategory}
        options={givenReportCategories.map((value) => ({ value, label: t(`reporting.categories.${value}`) }))}
      />
      <TextArea
        label={t('reporting.comment')}
        optional
        hint={t('reporting.commentHint')}
        dir={autoDir(comment)}
        maxLength={limits.reportComment}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </form>
  );
}
