import type { SingleServerEventName } from '@hearth/contract';
import { breakScenarios } from './break';
import { conversationScenarios } from './conversations';
import { expressionScenarios } from './expressions';
import { laterScenarios } from './later';
import { memberListScenarios } from './member-list';
import { messageScenarios } from './messages';
import { moderationScenarios, moreOfModeration } from './moderation';
import { peopleScenarios } from './people';
import { pictureScenarios } from './pictures';
import { roleScenarios } from './roles';
import type { Scenarios } from './scenario';
import { serverScenarios } from './servers';
import { moreOfThreads, threadScenarios } from './threads';

/** One that is forgotten does not compile. */
const all: Record<SingleServerEventName, Scenarios> = {
  ...breakScenarios,
  ...memberListScenarios,
  ...messageScenarios,
  ...serverScenarios,
  ...threadScenarios,
  ...peopleScenarios,
  ...conversationScenarios,
  ...roleScenarios,
  ...moderationScenarios,
  ...laterScenarios,
  ...expressionScenarios,
};

const more: Partial<Record<SingleServerEventName, Scenarios>>[] = [moreOfThreads, moreOfModeration, pictureScenarios];

/** How every event of the server comes about. */
export const scenarios = Object.fromEntries(
  Object.entries(all).map(([name, ways]) => [
    name,
    more.reduce((scenarios, some) => ({ ...scenarios, ...some[name as SingleServerEventName] }), ways),
  ]),
) as Record<SingleServerEventName, Scenarios>;
