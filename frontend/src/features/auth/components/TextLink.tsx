import type { ComponentProps } from 'react';
import { Link } from 'wouter';

const look = 'touch-area rounded-chip font-medium text-accent-text underline-offset-2 hover:underline';

/** A link in a line of text. */
export function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className={look}>
      {children}
    </Link>
  );
}

/** Looks like a link, and acts on this page. */
export function TextButton(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className={look} />;
}
