import type { UserSummary } from '@hearth/contract';
import { useId, type ReactNode } from 'react';

export interface PeopleListProps {
  title: string;
  people: readonly UserSummary[];
  /** A PersonRow. */
  children: (user: UserSummary) => ReactNode;
}

/** People under a heading. What is out of sight costs nothing, however many they are. */
export function PeopleList({ title, people, children }: PeopleListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1">
      <h2 id={id} className="px-2 text-meta font-semibold text-fg-subtle">
        {title}
      </h2>
      <ul>
        {people.map((user) => (
          <li key={user.id} className="[contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]">
            {children(user)}
          </li>
        ))}
      </ul>
    </section>
  );
}
