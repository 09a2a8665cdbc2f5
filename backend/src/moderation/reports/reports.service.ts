import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Input, type createReport, type Report, type ReportStatus } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { AuditLogService, changesBetween } from '../../audit-log/audit-log.service.js';
import { Snowflakes } from '../../database/snowflakes.js';
import { FilesService } from '../../files/files.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { MessagesService } from '../../messages/messages.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { ProfilesService } from '../../relationships/profiles/profiles.service.js';
import { ServersService } from '../../servers/servers.service.js';
import { UsersService } from '../../users/users.service.js';
import { moderatingRoles, moderatorSight, requireModerator, requireOther, seesAll } from './reports.policy.js';
import { evidenceOf, peopleOf, presentReport, type ReportRow } from './reports.presenter.js';
import { ReportsRepository, type NewReport, type Sight } from './reports.repository.js';

/** So many moderators are told at once; where there are more, the others find a report when they look. */
const MOST_TOLD = 1_000;

type ReportInput = Input<typeof createReport>['body'];
/** What is reported. */
type Subject = Pick<NewReport, 'serverId' | 'targetUserId' | 'channelId' | 'messageId' | 'evidence'>;

interface Receipt {
  id: string;
  status: ReportStatus;
  createdAt: string;
}

/** Who reads without being anybody. */
const NOBODY = '0';

/** As `FileNews.quarantined` tells it. */
interface HarmfulFile {
  messageId: string;
  name: string;
  threat: string;
}

@Injectable()
export class ReportsService implements OnModuleInit {
  constructor(
    private readonly repository: ReportsRepository,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly profiles: ProfilesService,
    private readonly servers: ServersService,
    private readonly users: UsersService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
    private readonly files: FilesService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('moderation');
  }

  onModuleInit(): void {
    this.files.news.quarantined.add((found) => this.reportHarmful(found));
  }

  /** The same again, while it is open, is the first. @throws NOT_FOUND, VALIDATION for oneself, CONFLICT for what is deleted, LIMIT_REACHED */
  async create(caller: Caller, { category, comment, ...input }: ReportInput): Promise<Receipt> {
    const subject = await this.subjectOf(caller, input);
    if (subject.targetUserId === caller.userId) throw new ProblemError('VALIDATION', { detail: 'You cannot report yourself' });
    const report = { ...subject, id: this.snowflakes.next(), reporterId: caller.userId, category, comment };
    const { row, isNew } = await this.store(report);
    if (isNew && report.serverId !== null) await this.tell(report.serverId, row);
    return { id: row.id.toString(), status: row.status, createdAt: row.createdAt.toISOString() };
  }

  /** Something harmful was found in a file: told to those who moderate where it was sent. In conversations nobody does. */
  private async reportHarmful({ messageId, name, threat }: HarmfulFile): Promise<void> {
    const [message] = await this.messages.byIds(NOBODY, [messageId]);
    const place = message && (await this.repository.placeOf(message.channelId));
    if (!message || message.deletedAt !== null || !place?.serverId) return;
    const { serverId, channelId, channelName } = place;
    const { row, isNew } = await this.store({
      ...{ id: this.snowflakes.next(), reporterId: null, serverId, channelId, messageId },
      ...{ targetUserId: message.author.id, category: 'MALWARE', comment: `${name}: ${threat}` },
      evidence: { channelName, ...evidenceOf(message) },
    });
    if (isNew) await this.tell(serverId, row);
  }

  /** The newest first. @throws NOT_FOUND, MISSING_PERMISSION */
  async list(
    caller: Caller,
    serverId: string,
    { status, cursor, limit }: { status: ReportStatus; cursor?: string | undefined; limit: number },
  ): Promise<{ reports: Report[]; nextCursor: string | null }> {
    const sight = await this.sightOf(caller, serverId);
    const rows = await this.repository.list(sight, status, cursor, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { reports: await this.present(page), nextCursor: last?.id.toString() ?? null };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async get(caller: Caller, serverId: string, reportId: string): Promise<Report> {
    const row = await this.repository.byId(await this.sightOf(caller, serverId), reportId);
    return this.presentOne(row);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async update(
    caller: Caller,
    serverId: string,
    reportId: string,
    { status, resolution }: { status: ReportStatus; resolution?: string | undefined },
  ): Promise<Report> {
    const sight = await this.sightOf(caller, serverId);
    const { target } = await this.presentOne(await this.repository.byId(sight, reportId));
    const row = await this.permissions.underLock(caller, serverId, [], async (transaction, access) => {
      requireModerator(access);
      const before = await this.repository.byId(sight, reportId, transaction);
      if (!before) throw new ProblemError('NOT_FOUND');
      requireOther(caller.userId, before.targetUserId.toString());
      const decision = status === 'OPEN' ? { resolverId: null, resolvedAt: null } : { resolverId: caller.userId, resolvedAt: new Date() };
      const after = await this.repository.update(transaction, reportId, {
        status,
        resolution: resolution ?? before.resolution,
        ...decision,
      });
      const changes = changesBetween(statusOf(before), statusOf(after));
      const about = { targetId: before.targetUserId.toString(), targetName: target?.username ?? null };
      const act = { serverId, actorId: caller.userId, ...about, changes };
      if (changes.length > 0) await this.auditLog.record(transaction, { ...act, action: 'REPORT_RESOLVE' });
      return after;
    });
    await this.tell(serverId, row);
    return this.presentOne(row);
  }

  private subjectOf(
    caller: Caller,
    { messageId, userId, serverId }: Pick<ReportInput, 'messageId' | 'userId' | 'serverId'>,
  ): Promise<Subject> {
    if (messageId !== undefined) return this.message(caller, messageId);
    if (userId === undefined) throw new ProblemError('VALIDATION');
    return this.user(caller, userId, serverId ?? null);
  }

  private async message(caller: Caller, messageId: string): Promise<Subject> {
    const message = await this.messages.get(caller, messageId);
    if (message.deletedAt !== null) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
    const { channel } = await this.permissions.channel(caller, message.channelId);
    const channelName = await this.repository.channelName(message.channelId);
    return {
      serverId: channel.serverId,
      targetUserId: message.author.id,
      channelId: channel.type === 'THREAD' ? channel.parentId : channel.id,
      messageId,
      evidence: { channelName, ...evidenceOf(message) },
    };
  }

  private async user(caller: Caller, userId: string, serverId: string | null): Promise<Subject> {
    if (serverId === null) await this.profiles.requireKnown(caller, userId);
    else {
      await this.permissions.server(caller, serverId);
      if (!(await this.servers.everIn(serverId, [userId])).has(userId)) throw new ProblemError('NOT_FOUND');
    }
    return { serverId, targetUserId: userId, channelId: null, messageId: null, evidence: null };
  }

  private store(report: NewReport): Promise<{ row: ReportRow; isNew: boolean }> {
    return this.repository.transaction(async (transaction) => {
      if (report.reporterId !== null) await this.repository.lockReporter(transaction, report.reporterId);
      const same = await this.repository.same(transaction, report);
      if (same) return { row: same, isNew: false };
      if (report.reporterId !== null && (await this.repository.openOf(transaction, report.reporterId)) >= limits.openReports)
        throw new ProblemError('LIMIT_REACHED', { detail: `You can have at most ${limits.openReports} open reports` });
      return { row: await this.repository.insert(transaction, report), isNew: true };
    });
  }

  /** What was written where somebody sees nothing, they do not see here; nor what is said of themselves. */
  private async sightOf(caller: Caller, serverId: string): Promise<Sight> {
    const access = await this.permissions.server(caller, serverId);
    requireModerator(access);
    const isOwner = access.rules.server.ownerId === caller.userId;
    const except = isOwner ? {} : { except: caller.userId };
    if (seesAll(access)) return { serverId, ...except };
    const visible = await this.permissions.visibleChannels(caller, serverId);
    return { serverId, channelIds: visible.map(({ channel }) => channel.id), ...except };
  }

  /** Says no more than that there is something to look at. What is stored stays so where nobody could be told. */
  private async tell(serverId: string, row: ReportRow): Promise<void> {
    try {
      const onlookers = await this.onlookers(serverId, row);
      this.publisher.emit(onlookers.map(rooms.user), 'report:update', { serverId, reportId: row.id.toString(), status: row.status });
    } catch (fault) {
      this.logger.warn({ err: fault }, 'nobody could be told of a report');
    }
  }

  /** Those who may see a report, but for whom it is about. */
  private async onlookers(serverId: string, { channelId, targetUserId }: ReportRow): Promise<string[]> {
    const candidates = await this.candidates(serverId);
    const { rules, members } = await this.permissions.membersOf(serverId, candidates);
    const readers = channelId === null ? null : await this.permissions.readersAmong(serverId, channelId.toString(), candidates);
    const sees = moderatorSight(rules, readers, Date.now());
    return candidates.filter((userId) => userId !== targetUserId.toString() && sees(members.get(userId)));
  }

  /** Who has a role that lets them see reports, whatever else holds of them. */
  private async candidates(serverId: string): Promise<string[]> {
    const { rules } = await this.permissions.membersOf(serverId, []);
    const roleIds = moderatingRoles(rules);
    const moderators = roleIds.includes(serverId)
      ? this.repository.memberIds(serverId, MOST_TOLD)
      : this.repository.holders(serverId, roleIds, MOST_TOLD);
    return [...new Set([rules.server.ownerId, ...(await moderators)])];
  }

  private async present(rows: ReportRow[]): Promise<Report[]> {
    const people = await this.users.summaries([...new Set(rows.flatMap(peopleOf))]);
    return rows.flatMap((row) => (hasServer(row) ? [presentReport(row, people)] : []));
  }

  private async presentOne(row: ReportRow | null): Promise<Report> {
    const [report] = await this.present(row ? [row] : []);
    if (!report) throw new ProblemError('NOT_FOUND');
    return report;
  }
}

const hasServer = (row: ReportRow): row is ReportRow & { serverId: bigint } => row.serverId !== null;

const statusOf = ({ status, resolution }: ReportRow) => ({ status, resolution });
