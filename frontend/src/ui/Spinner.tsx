import { LoaderCircle } from 'lucide-react';
import { Icon } from './Icon';
import { useUiLabels } from './labels';
import { VisuallyHidden } from './VisuallyHidden';

/** For a small wait inside a line or a control. Screens that load show skeletons. */
export function Spinner({ label, size = 'inline' }: { label?: string; size?: 'inline' | 'bar' }) {
  const labels = useUiLabels();
  return (
    <span className="inline-flex">
      <Icon icon={LoaderCircle} size={size} className="animate-spin" />
      <VisuallyHidden>{label ?? labels.loading}</VisuallyHidden>
    </span>
  );
}
