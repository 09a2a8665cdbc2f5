import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

const USERS = (isThere: string) => `SELECT a.id FROM unnest($1::bigint[]) WITH ORDINALITY AS a(id, n) WHERE ${isThere} ORDER BY a.n`;

const IN_SERVER = USERS('EXISTS (SELECT FROM members m WHERE m.server_id = $2 AND m.user_id = a.id)');
const IN_CONVERSATION = USERS('EXISTS (SELECT FROM recipients p WHERE p.channel_id = $2 AND p.user_id = a.id)');

/** Who and what can be mentioned where. */
@Injectable()
export class MentionsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Those of them who are in the server, or in the conversation, in this order. */
  async users({ id, serverId }: { id: string; serverId: string | null }, userIds: string[]): Promise<string[]> {
    const [name, text] = serverId === null ? ['mentions_in_conversation', IN_CONVERSATION] : ['mentions_in_server', IN_SERVER];
    const rows = await this.prisma.statement<{ id: string }>(name, text, [userIds, serverId ?? id]);
    return rows.map((row) => row.id);
  }

  /** Those of them that are roles of the server and may be mentioned. @param any whether those may be that are not mentionable */
  async roles(serverId: string, roleIds: string[], any: boolean): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'mentions_roles',
      `SELECT r.id FROM unnest($2::bigint[]) WITH ORDINALITY AS a(id, n) JOIN roles r ON r.id = a.id
       WHERE r.server_id = $1 AND r.id <> $1 AND (r.mentionable OR $3) ORDER BY a.n`,
      [serverId, roleIds, any],
    );
    return rows.map(({ id }) => id);
  }
}
