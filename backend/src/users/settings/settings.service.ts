import { Injectable } from '@nestjs/common';
import type { Settings } from '@hearth/contract';
import { Listeners } from '../../cluster/listeners.js';
import type { Caller } from '../../http/caller.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentSettings } from './settings.presenter.js';
import { SettingsRepository } from './settings.repository.js';

@Injectable()
export class SettingsService {
  /** After commit: who lets others write to them otherwise than before. */
  readonly privacy = new Listeners<string>();

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
    if (change.directMessages !== undefined) await this.privacy.tell(caller.userId);
    return settings;
  }
}
