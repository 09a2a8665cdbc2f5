import { Injectable } from '@nestjs/common';
import type { Settings } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentSettings } from './settings.presenter.js';
import { SettingsRepository } from './settings.repository.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly repository: SettingsRepository,
    private readonly publisher: Publisher,
  ) {}

  async of(userId: string): Promise<Settings> {
    return presentSettings(await this.repository.of(userId));
  }

  async update(caller: Caller, change: Partial<Settings>): Promise<Settings> {
    const settings = presentSettings(await this.repository.merge(caller.userId, change));
    this.publisher.emit(rooms.user(caller.userId), 'settings:update', settings);
    return settings;
  }
}
