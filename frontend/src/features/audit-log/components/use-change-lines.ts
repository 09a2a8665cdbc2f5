import type { AuditChange, PermissionName } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { cssColor } from '@/lib/color';
import { useChannels } from '@/features/channels';
import { isShown, usePermissionWords } from '@/features/roles/words';
import type { HeldServer } from '@/features/servers';
import {
  gatherOverwrites,
  isKnownKey,
  kinds,
  overwriteChanges,
  permissionChange,
  roleNameIn,
  textsIn,
  type Json,
  type KnownKey,
} from '../values';

export interface ChangeLine {
  label: string;
  /** Null: there was nothing, or it is not worth a word. */
  before: string | null;
  after: string | null;
}

/** The changes of an entry as lines that people can read. */
export function useChangeLines(server: HeldServer): (changes: readonly AuditChange[]) => ChangeLine[] {
  const { t } = useTranslation();
  const valueText = useValueText(server);
  const names = usePermissionNames();
  const targetName = useTargetName(server);

  const permissionLines = ({ before, after }: AuditChange): ChangeLine[] => {
    const { added, removed } = permissionChange(before, after);
    return [
      ...(names(added) === '' ? [] : [{ label: t('auditLog.permissionsAdded'), before: null, after: names(added) }]),
      ...(names(removed) === '' ? [] : [{ label: t('auditLog.permissionsRemoved'), before: null, after: names(removed) }]),
    ];
  };
  const overwriteLines = ({ before, after }: AuditChange): ChangeLine[] =>
    overwriteChanges(before, after).flatMap(({ type, targetId, allowed, denied, cleared }) => {
      const target = targetName(type, targetId);
      const parts = [
        [t('auditLog.allowedFor', { target }), names(allowed)],
        [t('auditLog.deniedFor', { target }), names(denied)],
        [t('auditLog.clearedFor', { target }), names(cleared)],
      ] as const;
      return parts.flatMap(([label, text]) => (text === '' ? [] : [{ label, before: null, after: text }]));
    });
  return (changes) =>
    gatherOverwrites(changes).flatMap((change): ChangeLine[] => {
      const { key } = change;
      if (!isKnownKey(key)) return [];
      if (kinds[key] === 'permissions') return permissionLines(change);
      if (kinds[key] === 'overwrites') return overwriteLines(change);
      const [before, after] = [valueText(key, change.before), valueText(key, change.after)];
      return before === null && after === null ? [] : [{ label: t(`auditLog.keys.${key}`), before, after }];
    });
}

function usePermissionNames(): (permissions: readonly PermissionName[]) => string {
  const format = useFormat();
  const words = usePermissionWords();
  return (permissions) => format.list(permissions.filter(isShown).map(words.name));
}

function useTargetName(server: HeldServer): (type: 'ROLE' | 'MEMBER', id: string) => string {
  const { t } = useTranslation();
  return (type, id) => {
    if (type === 'MEMBER') return t('auditLog.aMember');
    if (id === server.id) return t('roles.everyone');
    return server.roles.find((role) => role.id === id)?.name ?? t('auditLog.goneRole');
  };
}

const MINUTE = 60;

/** Null for what is empty, or of a shape that says nothing. */
function useValueText(server: HeldServer): (key: KnownKey, value: Json) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const channels = useChannels(server.id);
  const numberIn = (value: Json, text: (value: number) => string) => (typeof value === 'number' ? text(value) : null);
  const textIn = (value: Json, text: (value: string) => string = String) =>
    typeof value === 'string' && value !== '' ? text(value) : null;
  return (key, value) => {
    switch (kinds[key]) {
      case 'text':
        return textIn(value);
      case 'texts':
        return textsIn(value).length === 0 ? null : format.facts(...textsIn(value));
      case 'switch':
        return typeof value === 'boolean' ? (value ? t('auditLog.yes') : t('auditLog.no')) : null;
      case 'seconds':
        return numberIn(value, (seconds) => (seconds === 0 ? t('auditLog.off') : format.duration(seconds)));
      case 'minutes':
        return numberIn(value, (minutes) => format.duration(minutes * MINUTE));
      case 'time':
        return textIn(value, format.exact);
      case 'number':
        return numberIn(value, format.number);
      case 'color':
        return numberIn(value, cssColor);
      case 'picture':
        return textIn(value, () => t('auditLog.aPicture'));
      case 'channel':
        return textIn(value, (id) => channels.find((channel) => channel.id === id)?.name ?? t('auditLog.goneChannel'));
      case 'role':
        return roleNameIn(value);
      case 'choice':
        return textIn(value, (choice) => t(`auditLog.choices.${choice}`, { defaultValue: choice }));
      case 'permissions':
      case 'overwrites':
        return null;
    }
  };
}
