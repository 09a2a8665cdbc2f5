import {
  acceptRules,
  addMemberRole,
  banMember,
  createInvite,
  createReport,
  createRole,
  createServer,
  deleteRole,
  deleteServer,
  joinServer,
  kickMember,
  leaveServer,
  orderRoles,
  permissionsOf,
  updateMember,
  updateReport,
  updateRole,
  updateServer,
} from '@hearth/contract';
import type { Listener } from '../circles.js';
import type { HearerRow, HearerRows } from '../row.js';
import type { Stage } from '../stage.js';
import { undo } from './raid.js';

const HOUR = 3_600_000;

const serverParams = ({ serverId }: Stage) => ({ params: { serverId } });
const roleParams = ({ serverId, moderatorRoleId: roleId }: Stage) => ({ params: { serverId, roleId } });
const memberParams = (stage: Stage) => ({ params: { serverId: stage.serverId, userId: stage.user('member').id } });
const ofServer =
  ({ serverId }: Stage) =>
  (payload: { serverId: string }) =>
    payload.serverId === serverId;
const ofUser = (stage: Stage, name: Listener) => {
  const { id } = stage.user(name);
  return ({ user, serverId }: { user: { id: string }; serverId: string }) => user.id === id && serverId === stage.serverId;
};

const enter = async (stage: Stage) => {
  const { code } = await stage.api.call(createInvite, { ...serverParams(stage), body: {} });
  await stage.as('stranger').call(joinServer, { params: { code } });
};
const kick = (stage: Stage) => stage.api.call(kickMember, { ...memberParams(stage), query: {} });
const leave = (stage: Stage) => stage.as('member').call(leaveServer, serverParams(stage));

const GONE = ['member', 'pending'] as const;

const serverNews: HearerRows<'server:create' | 'server:update' | 'server:delete'> = {
  'server:create': [
    {
      circle: 'own',
      act: async (stage) => {
        const made = await stage.api.call(createServer, { body: { name: 'Another' } });
        return ({ id }) => id === made.id;
      },
    },
    {
      as: 'by coming in',
      circle: 'nobody',
      also: ['stranger'],
      act: async (stage) => {
        await enter(stage);
        return ({ id }) => id === stage.serverId;
      },
    },
  ],
  'server:update': {
    circle: 'server',
    act: async (stage) => {
      await stage.api.call(updateServer, { ...serverParams(stage), body: { name: 'Renamed' } });
      return ({ id, name }) => id === stage.serverId && name === 'Renamed';
    },
  },
  'server:delete': [
    {
      circle: 'server',
      act: async (stage) => {
        await stage.as('owner').call(deleteServer, { ...serverParams(stage), query: { name: 'Stage' } });
        return ofServer(stage);
      },
    },
    { as: 'for whoever is kicked', circle: 'nobody', also: ['member'], act: (stage) => kick(stage).then(() => ofServer(stage)) },
    { as: 'for whoever leaves', circle: 'nobody', also: ['member'], act: (stage) => leave(stage).then(() => ofServer(stage)) },
    {
      as: 'for those whom an incident removes',
      circle: 'nobody',
      also: GONE,
      act: (stage) => undo(stage, [...GONE], 'kick').then(() => ofServer(stage)),
    },
  ],
};

const roleNews: HearerRows<'role:create' | 'role:update' | 'role:delete' | 'role:order'> = {
  'role:create': {
    circle: 'server',
    act: async (stage) => {
      const made = await stage.api.call(createRole, { ...serverParams(stage), body: { name: 'new' } });
      return ({ role }) => role.id === made.id;
    },
  },
  'role:update': {
    circle: 'server',
    act: async (stage) => {
      await stage.api.call(updateRole, { ...roleParams(stage), body: { name: 'renamed' } });
      return ({ role }) => role.id === stage.moderatorRoleId;
    },
  },
  'role:delete': {
    circle: 'server',
    act: async (stage) => {
      await stage.api.call(deleteRole, { ...roleParams(stage), query: {} });
      return ({ roleId }) => roleId === stage.moderatorRoleId;
    },
  },
  'role:order': {
    circle: 'server',
    act: async (stage) => {
      const roles = [{ id: stage.moderatorRoleId, position: 2 }];
      await stage.as('owner').call(orderRoles, { ...serverParams(stage), body: { roles } });
      return ofServer(stage);
    },
  },
};

const memberNews: HearerRows<'member:add' | 'member:update' | 'member:remove' | 'member:list'> = {
  'member:add': { circle: 'server', also: ['stranger'], act: (stage) => enter(stage).then(() => ofUser(stage, 'stranger')) },
  'member:update': [
    {
      as: 'a nickname',
      circle: 'server',
      act: async (stage) => {
        await stage.api.call(updateMember, { ...memberParams(stage), body: { nickname: 'Nick' } });
        return ofUser(stage, 'member');
      },
    },
    {
      as: 'a timeout',
      circle: 'server',
      act: async (stage) => {
        const timeoutUntil = new Date(Date.now() + HOUR).toISOString();
        await stage.api.call(updateMember, { ...memberParams(stage), body: { timeoutUntil } });
        return ofUser(stage, 'member');
      },
    },
    {
      as: 'of one who accepts the rules',
      circle: 'server',
      act: async (stage) => {
        await stage.as('pending').call(acceptRules, serverParams(stage));
        return ofUser(stage, 'pending');
      },
    },
    {
      as: 'a role',
      circle: 'server',
      act: async (stage) => {
        const { params } = memberParams(stage);
        await stage.api.call(addMemberRole, { params: { ...params, roleId: stage.moderatorRoleId }, query: {} });
        return ofUser(stage, 'member');
      },
    },
  ],
  'member:remove': [
    // Hears that the server is gone for them.
    { as: 'kicked', circle: 'server', without: ['member'], act: (stage) => kick(stage).then(() => isGone(stage)) },
    {
      as: 'with an incident',
      circle: 'server',
      without: GONE,
      act: (stage) => undo(stage, [...GONE], 'kick').then(() => isGone(stage)),
    },
    { as: 'by leaving', circle: 'server', without: ['member'], act: (stage) => leave(stage).then(() => isGone(stage)) },
  ],
  'member:list': {
    circle: 'channel',
    prepare: async (stage) => {
      const { serverId, channelId } = stage;
      const watching = ['actor', 'other device', 'owner', 'member', 'timed out', 'pending', 'blocked', 'out of sight', 'kicked', 'banned'] as const; // prettier-ignore
      await Promise.all(watching.map((name) => stage.emit(name, 'server:subscribe', { serverId, channelId, blocks: [0] })));
      const open = { serverId, channelId: stage.openId, blocks: [0] };
      await stage.emit('hidden', 'server:subscribe', open);
    },
    act: async (stage) => {
      const nickname = `Nick ${stage.serverId}`;
      await stage.api.call(updateMember, { ...memberParams(stage), body: { nickname } });
      return (list) => list.channelId === stage.channelId && JSON.stringify(list).includes(nickname);
    },
  },
};

const isGone = (stage: Stage) => {
  const { id } = stage.user('member');
  return ({ serverId, userId }: { serverId: string; userId: string }) => serverId === stage.serverId && userId === id;
};

/** Of somebody who may see reports, but none of themselves. */
const reportMessage = async (stage: Stage): Promise<string> => {
  const { id: messageId } = await stage.say(stage.channelId, 'blocked');
  const { id } = await stage.as('member').call(createReport, { body: { messageId, category: 'SPAM' } });
  return id;
};
const ofReport = (id: string) => (news: { reportId: string }) => news.reportId === id;

const everybodyModerates = (stage: Stage) => {
  const permissions = permissionsOf('VIEW_CHANNEL', 'SEND_MESSAGES', 'MANAGE_MESSAGES').toString();
  return stage.as('owner').call(updateRole, { params: { serverId: stage.serverId, roleId: stage.serverId }, body: { permissions } });
};

const reports: HearerRow<'report:update'>[] = [
  { as: 'of a message', circle: 'own', also: ['owner'], act: (stage) => reportMessage(stage).then(ofReport) },
  {
    as: 'of a member',
    circle: 'own',
    // The channel is nothing to this report.
    also: ['owner', 'hidden', 'out of sight'],
    act: async (stage) => {
      const body = { userId: stage.user('blocked').id, serverId: stage.serverId, category: 'SPAM' as const };
      const { id } = await stage.as('member').call(createReport, { body });
      return ofReport(id);
    },
  },
  {
    as: 'decided on',
    circle: 'own',
    also: ['owner'],
    act: async (stage) => {
      const reportId = await reportMessage(stage);
      await stage.api.call(updateReport, { params: { serverId: stage.serverId, reportId }, body: { status: 'DISMISSED' } });
      return (news) => news.reportId === reportId && news.status === 'DISMISSED';
    },
  },
  {
    as: 'where all moderate',
    circle: 'own',
    also: ['owner', 'member'],
    prepare: everybodyModerates,
    act: (stage) => reportMessage(stage).then(ofReport),
  },
];

export const serverRows: HearerRows<
  keyof typeof serverNews | keyof typeof roleNews | keyof typeof memberNews | 'report:update' | 'moderation:progress'
> = {
  ...serverNews,
  ...roleNews,
  ...memberNews,
  'report:update': reports,
  'moderation:progress': [
    {
      as: 'of a ban',
      circle: 'own',
      act: async (stage) => {
        const { params } = memberParams(stage);
        await stage.say(stage.channelId, 'member');
        await stage.api.call(banMember, { params, body: { deleteMessageSeconds: 3_600 } });
        return ({ serverId, kind, status }) => serverId === stage.serverId && kind === 'BAN' && status === 'DONE';
      },
    },
    {
      as: 'of an incident',
      circle: 'nobody',
      also: ['owner'],
      act: async (stage) => {
        const incidentId = await undo(stage, ['member'], 'none');
        return ({ targetId, status }) => targetId === incidentId && status === 'DONE';
      },
    },
  ],
};
