import { Check } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';
import { useUiLabels } from './labels';
import { VisuallyHidden } from './VisuallyHidden';

export interface StepProgressProps {
  /** What the steps lead to. */
  label: string;
  steps: readonly string[];
  /** Index of the step that is open. */
  current: number;
  className?: string;
}

/** Where one is on a way of a few steps. */
export function StepProgress({ label, steps, current, className }: StepProgressProps) {
  return (
    <ol aria-label={label} className={cn('flex gap-2', className)}>
      {steps.map((step, index) => (
        <Step key={step} name={step} number={index + 1} state={index < current ? 'done' : index === current ? 'current' : 'ahead'} />
      ))}
    </ol>
  );
}

function Step({ name, number, state }: { name: string; number: number; state: 'done' | 'current' | 'ahead' }) {
  const labels = useUiLabels();
  return (
    <li aria-current={state === 'current' ? 'step' : undefined} className="flex min-w-0 flex-1 flex-col gap-1.5">
      <span aria-hidden className={cn('h-1 rounded-full', state === 'ahead' ? 'bg-active' : 'bg-accent')} />
      <span className={cn('flex items-center gap-1 text-meta font-medium', state === 'current' ? 'text-fg' : 'text-fg-subtle')}>
        {state === 'done' ? <Icon icon={Check} size="small" /> : <span aria-hidden>{number}.</span>}
        <span className="truncate">{name}</span>
        {state === 'done' && <VisuallyHidden>{labels.stepDone}</VisuallyHidden>}
      </span>
    </li>
  );
}
