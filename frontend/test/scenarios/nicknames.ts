import { type ServerEventEntry, routes } from '@hearth/contract';
import type { World } from '../world';

/**
 * Renames the members of Ben's server. No route changes a member yet, so this goes past the server: into its database, and with the event
 * that it would have sent, made from what it answers.
 */
export async function changeNicknames({ server, tap, ben, hearth }: World, nickname: string): Promise<void> {
  await server.query(`UPDATE members SET nickname = '${nickname}' WHERE server_id = ${hearth.id}`);
  const { members } = await ben.call(routes.listMembers, { params: { serverId: hearth.id }, query: {} });
  const news = members.map((member): ServerEventEntry => ['member:update', member]);
  for (const one of news) tap.receive([one]);
}
