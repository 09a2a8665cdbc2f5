import { hasPermission, type Member, type UserSummary } from '@hearth/contract';
import { Ban, Clock, DoorOpen, Flag, PenLine, Shield, TimerOff } from 'lucide-react';
import { hasCode } from '@/api';
import { useErrorToast, useTranslation } from '@/i18n';
import { ColorDot, MenuCheckboxItem, MenuItem, MenuSeparator, SubMenu, useToast } from '@/ui';
import { beginAct, mayBanStranger, useMemberRights, useUpdateMember } from '@/features/moderation';
import { standingIn, useAddMemberRole, usePermissions, useRemoveMemberRole, useServer, type HeldServer } from '@/features/servers';
import { useMember } from '../people';

export interface MemberMenuItemsProps {
  serverId: string;
  user: UserSummary;
  /** If it is known. */
  member?: Member;
}

/** What can be done about somebody, in the server or not, as far as it will be allowed; for a Menu or a ContextMenu. */
export default function MemberMenuItems({ serverId, user, member }: MemberMenuItemsProps) {
  const { t } = useTranslation();
  const server = useServer(serverId);
  const { data, error } = useMember(serverId, user.id, member);
  if (!server) return null;
  // Who left is still held with what they were.
  if (hasCode(error, 'NOT_FOUND')) return <StrangerItems server={server} user={user} />;
  if (data) return <Items server={server} member={data} />;
  return <MenuItem disabled>{error ? t('memberMenu.failed') : t('common.loading')}</MenuItem>;
}

/** Whoever did harm and left is not out of reach. */
function StrangerItems({ server, user }: { server: HeldServer; user: UserSummary }) {
  const { t } = useTranslation();
  const permissions = usePermissions(server.id);
  const about = { serverId: server.id, user };
  return (
    <>
      <MenuItem icon={Flag} onSelect={() => beginAct({ kind: 'reportUser', ...about })}>
        {t('memberMenu.report')}
      </MenuItem>
      {mayBanStranger(permissions) && (
        <>
          <MenuSeparator />
          <MenuItem icon={Ban} danger onSelect={() => beginAct({ kind: 'ban', ...about, isMember: false })}>
            {t('memberMenu.ban')}
          </MenuItem>
        </>
      )}
    </>
  );
}

function Items({ server, member }: { server: HeldServer; member: Member }) {
  const { t } = useTranslation();
  const rights = useMemberRights(server, member);
  const about = { serverId: server.id, user: member.user };
  const isSelf = member.user.id === server.me.user.id;
  const isTimedOut = member.timeoutUntil !== null && isAhead(member.timeoutUntil);
  return (
    <>
      {rights.nickname && (
        <MenuItem icon={PenLine} onSelect={() => beginAct({ kind: 'nickname', ...about })}>
          {t('memberMenu.nickname')}
        </MenuItem>
      )}
      {rights.roles && <RolesMenu server={server} member={member} />}
      {!isSelf && (
        <MenuItem icon={Flag} onSelect={() => beginAct({ kind: 'reportUser', ...about })}>
          {t('memberMenu.report')}
        </MenuItem>
      )}
      {(rights.timeout || rights.kick || rights.ban) && <MenuSeparator />}
      {rights.timeout && isTimedOut && <EndTimeout serverId={server.id} member={member} />}
      {rights.timeout && !isTimedOut && (
        <MenuItem icon={Clock} danger onSelect={() => beginAct({ kind: 'timeout', ...about })}>
          {t('memberMenu.timeout')}
        </MenuItem>
      )}
      {rights.kick && (
        <MenuItem icon={DoorOpen} mirrored danger onSelect={() => beginAct({ kind: 'kick', ...about })}>
          {t('memberMenu.kick')}
        </MenuItem>
      )}
      {rights.ban && (
        <MenuItem icon={Ban} danger onSelect={() => beginAct({ kind: 'ban', ...about, isMember: true })}>
          {t('memberMenu.ban')}
        </MenuItem>
      )}
    </>
  );
}

const isAhead = (at: string): boolean => Date.parse(at) > Date.now();

function EndTimeout({ serverId, member }: { serverId: string; member: Member }) {
  const { t } = useTranslation();
  const toast = useToast();
  const failed = useErrorToast();
  const update = useUpdateMember(serverId);
  const userId = member.user.id;
  const undo = () =>
    update
      .mutateAsync({ userId, timeoutUntil: member.timeoutUntil })
      .catch((error: unknown) => failed(t('memberMenu.timeoutNotBack'), error));
  const ended = () =>
    toast.show({
      title: t('memberMenu.timeoutEnded', { name: member.user.displayName }),
      action: { label: t('common.undo'), onClick: () => void undo() },
      tone: 'success',
    });
  // The menu is gone by the time of the answer, and with it what would hear of it through `mutate`.
  const end = () =>
    void update.mutateAsync({ userId, timeoutUntil: null }).then(ended, (error: unknown) => failed(t('memberMenu.timeoutNotEnded'), error));
  return (
    <MenuItem icon={TimerOff} onSelect={end}>
      {t('memberMenu.endTimeout')}
    </MenuItem>
  );
}

/** Given and taken at once; only roles that the user may hand out. */
function RolesMenu({ server, member }: { server: HeldServer; member: Member }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const add = useAddMemberRole(server.id);
  const remove = useRemoveMemberRole(server.id);
  const held = usePermissions(server.id);
  const standing = standingIn(server);
  const roles = server.roles
    .filter((role) => role.id !== server.id && standing.isAboveRole(role))
    .toSorted((a, b) => b.position - a.position);
  if (roles.length === 0) return null;
  const toggle = (roleId: string, on: boolean) => {
    const change = { userId: member.user.id, roleId };
    const onError = (error: Error) => toast(t('memberMenu.rolesNotChanged'), error);
    if (on) add.mutate(change, { onError });
    else remove.mutate(change, { onError });
  };
  return (
    <SubMenu icon={Shield} label={t('memberMenu.roles')}>
      {roles.map((role) => {
        const has = member.roleIds.includes(role.id);
        return (
          <MenuCheckboxItem
            key={role.id}
            checked={has}
            disabled={!has && !hasPermission(held, BigInt(role.permissions))}
            onCheckedChange={(on) => toggle(role.id, on)}
          >
            <span className="flex items-center gap-2">
              <ColorDot color={role.color} size="small" />
              <bdi className="truncate">{role.name}</bdi>
            </span>
          </MenuCheckboxItem>
        );
      })}
    </SubMenu>
  );
}
