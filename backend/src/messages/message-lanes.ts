import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ChannelLanes } from './channel-lanes.js';
import { MessageStore } from './message-store.js';
import type { Submission } from './message-submission.js';

const MAX_BATCH = 500;

/** The lanes of this node, in which whatever concerns the messages of a channel happens in order. */
@Injectable()
export class MessageLanes extends ChannelLanes<Submission> implements OnApplicationShutdown {
  constructor(store: MessageStore) {
    super((channelId, batch) => store.store(channelId, batch), MAX_BATCH);
  }

  /** What was accepted is stored before the database closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.idle();
  }
}
