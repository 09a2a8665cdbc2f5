import type { EveryHearerRow } from '../row.js';
import { channelRows } from './channels.js';
import { expressionRows } from './expressions.js';
import { laterRows } from './later.js';
import { messageRows } from './messages.js';
import { peopleRows } from './people.js';
import { serverRows } from './servers.js';

/** Who hears each event of the server. One without a row does not compile, and fails `coverage.spec.ts` by its name. */
export const hearerRows: EveryHearerRow = { ...messageRows, ...channelRows, ...serverRows, ...expressionRows, ...peopleRows, ...laterRows };
