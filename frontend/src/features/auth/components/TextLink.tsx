import { Link } from 'wouter';

/** A link in a line of text. */
export function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="touch-area rounded-chip font-medium text-accent-text underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}
