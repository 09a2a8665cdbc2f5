import type { Role } from '@hearth/contract';
import { Chip, ColorDot } from '@/ui';

export interface RoleChipProps {
  role: Role;
  onRemove?: () => void;
  removeLabel?: string;
}

export function RoleChip({ role, ...removal }: RoleChipProps) {
  return (
    <Chip {...removal} leading={<ColorDot color={role.color} size="small" />}>
      {role.name}
    </Chip>
  );
}
