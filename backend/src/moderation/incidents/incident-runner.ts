import { Injectable, type OnModuleInit } from '@nestjs/common';
import { id } from '@hearth/contract';
import * as z from 'zod';
import { ProblemError } from '../../http/problem.js';
import { defineJob } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { IncidentSteps } from './incident-steps.js';
import { finished, nextPhase, type IncidentState } from './incident-state.js';
import { partOf, type IncidentPart } from './incidents.presenter.js';
import { IncidentsRepository } from './incidents.repository.js';

const undo = defineJob('incidents:undo', z.object({ incidentId: id }));
type Undo = z.infer<typeof undo.payload>;

/** Undoes a raid in the background, part by part. How far it is stands in the incident, so that a part may be done by any node, or twice. */
@Injectable()
export class IncidentRunner implements OnModuleInit {
  constructor(
    private readonly repository: IncidentsRepository,
    private readonly steps: IncidentSteps,
    private readonly jobs: JobsService,
    private readonly publisher: Publisher,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(undo, { run: (payload) => this.run(payload), failed: ({ incidentId }) => this.fail(incidentId) });
  }

  /** @throws UNAVAILABLE; then the incident has failed */
  async begin({ id: incidentId }: IncidentPart): Promise<void> {
    try {
      await this.jobs.enqueue(undo, incidentId, { incidentId });
    } catch (fault) {
      await this.fail(incidentId);
      throw fault;
    }
  }

  private async run({ incidentId }: Undo): Promise<Undo | undefined> {
    const part = await this.find(incidentId);
    if (part?.state.status !== 'RUNNING') return undefined;
    try {
      await this.step(part);
    } catch (fault) {
      // Whoever began it may not do it any more: trying again would not help.
      if (!(fault instanceof ProblemError) || fault.code === 'UNAVAILABLE') throw fault;
      await this.fail(incidentId);
      return undefined;
    }
    const after = await this.find(incidentId);
    if (after) this.tell(after);
    return after?.state.status === 'RUNNING' ? { incidentId } : undefined;
  }

  private async step(part: IncidentPart): Promise<void> {
    const { phase, removeMembers, deleteMessages, revertChanges } = part.state;
    const isWanted = { members: removeMembers !== 'none', messages: deleteMessages, changes: revertChanges }[phase];
    const isOver = !isWanted || (await this.steps[phase](part));
    if (isOver) await this.change(part, (state) => (state.phase === phase ? nextPhase(state) : state));
  }

  private async fail(incidentId: string): Promise<void> {
    const part = await this.find(incidentId);
    if (part?.state.status !== 'RUNNING') return;
    await this.change(part, (state) => finished(state, 'FAILED'));
    const after = await this.find(incidentId);
    if (after) this.tell(after);
  }

  private async change({ id: incidentId, serverId }: IncidentPart, change: (state: IncidentState) => IncidentState): Promise<void> {
    await this.repository.transaction(async (transaction) => {
      const row = await this.repository.lock(transaction, serverId, incidentId);
      if (row) await this.repository.save(transaction, incidentId, change(partOf(row).state));
    });
  }

  private async find(incidentId: string): Promise<IncidentPart | null> {
    const row = await this.repository.byId(incidentId);
    return row && partOf(row);
  }

  private tell({ id: targetId, serverId, actorId, state: { status, done, total } }: IncidentPart): void {
    if (actorId === null) return;
    this.publisher.emit(rooms.user(actorId), 'moderation:progress', { serverId, kind: 'INCIDENT', targetId, status, done, total });
  }
}
