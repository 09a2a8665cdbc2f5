import type { MemberGroup } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import type { HeldServer } from '@/features/servers';

export interface MemberHeadingProps {
  group: MemberGroup;
  roles: HeldServer['roles'];
}

export function MemberHeading({ group: { id, count }, roles }: MemberHeadingProps) {
  const { t } = useTranslation();
  const number = useFormat().number(count);
  const role = roles.find((each) => each.id === id);
  const isPresence = id === 'online' || id === 'offline';
  return (
    <h3 className="flex min-w-0 px-2 pt-4 pb-1 text-meta font-semibold text-fg-subtle">
      {isPresence ? t(`members.${id}`, { number }) : <RoleName name={role?.name} number={number} />}
    </h3>
  );
}

/** The number stays in view however long the name is. */
function RoleName({ name, number }: { name: string | undefined; number: string }) {
  return (
    <>
      <bdi className="truncate">{name}</bdi>
      <span className="shrink-0 whitespace-pre">{` · ${number}`}</span>
    </>
  );
}
