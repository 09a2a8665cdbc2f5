import { Injectable, type OnModuleInit } from '@nestjs/common';
import { permissionBits } from '@hearth/contract';
import { RateLimiter } from '../cluster/rate-limiter.js';
import { ProblemError } from '../http/problem.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import { MessageGuards } from './message-guards.js';

const EXEMPT = permissionBits.BYPASS_SLOWMODE | permissionBits.MANAGE_MESSAGES | permissionBits.MANAGE_CHANNELS;

/** Lets a member send once in the time that their channel sets, counted over all nodes. */
@Injectable()
export class SlowmodeService implements OnModuleInit {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly guards: MessageGuards,
  ) {}

  onModuleInit(): void {
    this.guards.add(({ access, isEdit }) => (isEdit || !isSlow(access) ? null : this.judge(access)));
  }

  /**
   * Takes a member's turn in a channel.
   *
   * @returns what gives it back, for when nothing comes of it
   * @throws SLOWMODE with the seconds to wait
   */
  async take(access: ChannelAccess): Promise<() => void> {
    if (!isSlow(access)) return () => undefined;
    const { refusal, dropped } = await this.judge(access);
    if (refusal) throw refusal;
    return dropped ?? (() => undefined);
  }

  private async judge({ channel, userId }: ChannelAccess): Promise<{ refusal?: ProblemError; dropped?: () => void }> {
    // The time is part of the name: a bucket of another size says nothing about this one.
    const key = `slowmode:${channel.id}:${channel.slowmode}:${userId}`;
    const limit = { burst: 1, perSecond: 1 / channel.slowmode };
    const wait = await this.limiter.take(key, limit);
    if (wait > 0) return { refusal: new ProblemError('SLOWMODE', { retryAfter: Math.ceil(wait) }) };
    return { dropped: () => void this.limiter.refund(key, limit) };
  }
}

const isSlow = ({ channel, permissions }: ChannelAccess): boolean => channel.slowmode > 0 && (permissions & EXEMPT) === 0n;
