import { Injectable } from '@nestjs/common';
import type { Message } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { Listeners } from '../cluster/listeners.js';

/** What became of messages on this node, after commit. Nobody waits for who hears of it, and a crash may leave it untold. */
@Injectable()
export class MessageNews {
  private readonly stored = new Listeners<Message[]>();
  private readonly revised = new Listeners<Message>();

  constructor(private readonly logger: PinoLogger) {
    logger.setContext('messages');
  }

  /** Messages that are new, as everybody sees them. */
  onStored(listener: (messages: Message[]) => void | Promise<void>): void {
    this.stored.add(listener);
  }

  /** A message that has another text or other parts now, or is a tombstone. Of many that are deleted at once nothing is told. */
  onRevised(listener: (message: Message) => void | Promise<void>): void {
    this.revised.add(listener);
  }

  tellStored(messages: Message[]): void {
    this.stored.tell(messages).catch((fault: unknown) => this.logger.error({ err: fault }, 'news of stored messages were not taken in'));
  }

  tellRevised(message: Message): void {
    this.revised.tell(message).catch((fault: unknown) => this.logger.error({ err: fault }, 'news of a changed message were not taken in'));
  }
}
