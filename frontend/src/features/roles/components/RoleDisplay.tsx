import { limits } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import type { Changes } from '@/lib/use-changes';
import { Checkbox, ColorField, TextField } from '@/ui';
import { roleColorNames, roleColors } from '../role-colors';
import type { RoleFields } from '../role-fields';

interface RoleDisplayProps {
  form: Changes<RoleFields>;
  mayEdit: boolean;
  nameFault: string | undefined;
}

/** How a role looks to everybody. */
export function RoleDisplay({ form, mayEdit, nameFault }: RoleDisplayProps) {
  const { t } = useTranslation();
  const { value, change } = form;
  return (
    <div className="flex flex-col gap-6">
      <TextField
        label={t('roles.name')}
        dir={autoDir(value.name)}
        autoComplete="off"
        maxLength={limits.roleName}
        disabled={!mayEdit}
        value={value.name}
        onValueChange={(name) => change({ name })}
        error={nameFault}
      />
      <ColorField
        label={t('roles.color')}
        presets={roleColorNames.map((name) => ({ color: roleColors[name], label: t(`roles.colors.${name}`) }))}
        disabled={!mayEdit}
        value={value.color}
        onValueChange={(color) => change({ color })}
      />
      <Checkbox
        label={t('roles.hoist')}
        hint={t('roles.hoistHint')}
        disabled={!mayEdit}
        checked={value.hoist}
        onCheckedChange={(hoist) => change({ hoist })}
      />
      <Checkbox
        label={t('roles.mentionable')}
        hint={t('roles.mentionableHint')}
        disabled={!mayEdit}
        checked={value.mentionable}
        onCheckedChange={(mentionable) => change({ mentionable })}
      />
    </div>
  );
}
