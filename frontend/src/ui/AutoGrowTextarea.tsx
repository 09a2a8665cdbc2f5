import { useLayoutEffect, useRef, type ComponentProps, type RefObject } from 'react';
import { cn } from '@/lib/cn';
import { cssVars } from '@/lib/css-vars';
import { mergeRefs } from '@/lib/merge-refs';

export interface AutoGrowTextareaProps extends ComponentProps<'textarea'> {
  minRows?: number;
  maxRows?: number;
}

/** A bare text area as high as its text. The composer and TextArea stand on it. */
export function AutoGrowTextarea({ minRows = 2, maxRows = 10, className, ref, ...props }: AutoGrowTextareaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  useFittingHeight(own, props.value);
  return (
    <textarea
      {...props}
      ref={mergeRefs(own, ref)}
      rows={minRows}
      onInput={(event) => {
        fit(event.currentTarget);
        props.onInput?.(event);
      }}
      style={cssVars({ '--min-rows': minRows, '--max-rows': maxRows })}
      className={cn(
        'field-sizing-content max-h-[calc(var(--max-rows)*1lh+1.25rem)] resize-none overflow-y-auto scrollbar-quiet',
        className,
      )}
    />
  );
}

/** Browsers with `field-sizing` do this by themselves. */
const growsByItself = () => CSS.supports('field-sizing', 'content');

function fit(element: HTMLTextAreaElement) {
  if (growsByItself()) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
}

function useFittingHeight(ref: RefObject<HTMLTextAreaElement | null>, value: unknown) {
  useLayoutEffect(() => {
    if (ref.current) fit(ref.current);
  }, [ref, value]);
}
