import { routes } from '@hearth/contract';
import { type World, join, newPerson, rename } from '../world';
import { type Scenario, type Scenarios, fresh } from './scenario';

/** Something happens while the list of Ben's server is on the screen. */
const onScreen = (prepare: Scenario['prepare'], brings: NonNullable<Scenario['brings']> = []): Scenario => ({
  brings,
  prepare: async (world) => {
    const act = await prepare(world);
    await world.page.showMembers({ serverId: world.hearth.id, channelId: world.general.id });
    return act;
  },
});

const hoistedRole = ({ ben, hearth }: World) =>
  ben.call(routes.createRole, { params: { serverId: hearth.id }, body: { name: fresh('Crew'), hoist: true } });

const changes = {
  'somebody comes': onScreen(async (world) => {
    const eve = await newPerson(world, 'eve');
    await join(world.ben, world.hearth.id, eve);
    return () => eve.connect();
  }),
  'somebody says something else of themselves': onScreen(
    ({ ben }) =>
      () =>
        ben.call(routes.updateMe, { body: { statusText: fresh('Reading') } }),
    ['presence'],
  ),
  'somebody has another name': onScreen(
    ({ cyd }) =>
      () =>
        rename(cyd, fresh('Cyd')),
    ['user:update'],
  ),
  'somebody has another nickname': onScreen(
    ({ ben, hearth, cyd }) =>
      () =>
        ben.call(routes.updateMember, { params: { serverId: hearth.id, userId: cyd.userId }, body: { nickname: fresh('Captain') } }),
    ['member:update'],
  ),
  'somebody joins': onScreen(
    async (world) => {
      const eve = await newPerson(world, 'eve');
      return () => join(world.ben, world.hearth.id, eve);
    },
    ['member:add', 'server:update'],
  ),
  'somebody gets a role under which members are shown': onScreen(
    async (world) => {
      const { id: roleId } = await hoistedRole(world);
      const { ben, hearth } = world;
      return () => ben.call(routes.addMemberRole, { params: { serverId: hearth.id, userId: ben.userId, roleId } });
    },
    ['member:update'],
  ),
} satisfies Scenarios;

export const memberListScenarios = { 'member:list': changes };
