import { cn } from '@/lib/cn';
import { percent } from './SeekBar';

/** Bars from left to right, as high as it is loud; those that were heard stand out. @param bars up to 1 */
export function Waveform({ bars, done, className }: { bars: readonly number[]; done: number; className?: string }) {
  const path = bars.map((height, index) => `M${index + 0.5} ${1 - height}V${1 + height}`).join('');
  const shape = (
    <path d={path} fill="none" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" vectorEffect="non-scaling-stroke" />
  );
  const drawn = { viewBox: `0 -0.1 ${Math.max(1, bars.length)} 2.2`, preserveAspectRatio: 'none', 'aria-hidden': true } as const;
  return (
    <span dir="ltr" className={cn('relative block', className)}>
      <svg {...drawn} className="absolute inset-0 size-full text-line-strong">
        {shape}
      </svg>
      <svg {...drawn} className="absolute inset-0 size-full text-accent" style={{ clipPath: `inset(0 calc(100% - ${percent(done)}) 0 0)` }}>
        {shape}
      </svg>
    </span>
  );
}
