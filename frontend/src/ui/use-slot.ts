import { cloneElement, useMemo, type ReactElement, type Ref } from 'react';
import { cn } from '@/lib/cn';
import { mergeRefs } from '@/lib/merge-refs';

type Props = Record<string, unknown>;
type Handler = (...args: unknown[]) => void;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

/** What the element says itself counts; of handlers both run, its own first. */
function joined(name: string, own: unknown, added: unknown): unknown {
  if (name === 'className') return cn(added as string, own as string);
  if (!isHandler(own) || !isHandler(added)) return own ?? added;
  return (...args: unknown[]) => {
    own(...args);
    added(...args);
  };
}

/** The element with more properties: lets a component give behaviour to whatever it was handed. */
export function useSlot(element: ReactElement, added: Props, ref?: Ref<HTMLElement>): ReactElement {
  const own = element.props as Props;
  const ownRef = own['ref'] as Ref<HTMLElement> | undefined;
  const bothRefs = useMemo(() => mergeRefs(ownRef, ref), [ownRef, ref]);
  const props = Object.fromEntries(Object.entries(added).map(([name, value]) => [name, joined(name, own[name], value)]));
  return cloneElement(element as ReactElement<Props>, { ...props, ref: ownRef && ref ? bothRefs : (ownRef ?? ref) });
}
