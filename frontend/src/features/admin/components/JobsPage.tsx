import type { FailedJob, JobQueueState } from '@hearth/contract';
import { RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, DataRow, IconButton } from '@/ui';
import { useJobAct, useJobs } from '../queries';
import { Loaded } from './Loaded';

/** Work in the background: how much there is, and what was given up. */
export default function JobsPage() {
  const { t } = useTranslation();
  const jobs = useJobs();
  return (
    <div className="flex flex-col gap-8">
      <p className="text-ui text-fg-muted">{t('admin.jobsHint')}</p>
      <Loaded query={jobs}>{({ queues }) => queues.map((state) => <Queue key={state.queue} state={state} />)}</Loaded>
    </div>
  );
}

const counts = ['waiting', 'active', 'delayed', 'failed'] as const;

function Queue({ state }: { state: JobQueueState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { queue, lastFailed } = state;
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-heading font-semibold">{t(`admin.queues.${queue}`)}</h3>
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
        {counts.map((name) => (
          <div key={name} className="flex flex-col-reverse rounded-card bg-hover px-3 py-2">
            <dt className="text-meta text-fg-subtle">{t(`admin.jobStates.${name}`)}</dt>
            <dd className="text-title font-semibold tabular-nums">{format.number(state[name])}</dd>
          </div>
        ))}
      </dl>
      {lastFailed.length === 0 ? (
        <p className="text-ui text-fg-subtle">{t('admin.noneFailed')}</p>
      ) : (
        <ul aria-label={t('admin.jobStates.failed')} className="flex flex-col divide-y divide-line">
          {lastFailed.map((job) => (
            <li key={job.id}>
              <Failed job={job} queue={queue} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Failed({ job, queue }: { job: FailedJob; queue: JobQueueState['queue'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useErrorToast();
  const act = useJobAct();
  const [asks, setAsks] = useState(false);
  const { id: jobId, name, key, reason, attempts, failedAt } = job;
  const run = (what: 'retryJob' | 'deleteJob') =>
    act.mutate({ act: what, queue, jobId }, { onError: (error) => toast(t('admin.actFailed'), error), onSettled: () => setAsks(false) });
  return (
    <>
      <DataRow
        title={<bdi className="font-mono text-meta">{format.facts(name, key)}</bdi>}
        detail={
          <>
            <span dir="auto" className="block text-danger-text">
              {reason}
            </span>
            {format.facts(t('admin.attempts', { count: attempts, number: format.number(attempts) }), failedAt && format.stamp(failedAt))}
          </>
        }
        actions={
          <>
            <IconButton icon={RotateCw} label={t('admin.retry', { name })} disabled={act.isPending} onClick={() => run('retryJob')} />
            <IconButton icon={Trash2} label={t('admin.drop', { name })} disabled={act.isPending} onClick={() => setAsks(true)} />
          </>
        }
      />
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t('admin.dropTitle')}
        description={t('admin.dropText', { name })}
        confirmLabel={t('admin.dropConfirm')}
        busy={act.isPending}
        onConfirm={() => run('deleteJob')}
      />
    </>
  );
}
