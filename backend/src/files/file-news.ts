import { Injectable } from '@nestjs/common';
import { Listeners } from '../cluster/listeners.js';

/** What became of files without anybody's doing. */
@Injectable()
export class FileNews {
  /** Ids of messages whose files are in another state, or have other variants. */
  readonly changed = new Listeners<string[]>();
  /** Files of messages in which something harmful was found. */
  readonly quarantined = new Listeners<{ messageId: string; name: string; threat: string }>();
}
