import type { SingleServerEventName } from '@hearth/contract';
import { breakScenarios } from './break';
import { conversationScenarios } from './conversations';
import { memberListScenarios } from './member-list';
import { messageScenarios } from './messages';
import { peopleScenarios } from './people';
import { roleScenarios } from './roles';
import type { Scenarios } from './scenario';
import { serverScenarios } from './servers';

/** How every event of the server comes about. One that is forgotten does not compile. */
export const scenarios: Record<SingleServerEventName, Scenarios> = {
  ...breakScenarios,
  ...memberListScenarios,
  ...messageScenarios,
  ...serverScenarios,
  ...peopleScenarios,
  ...conversationScenarios,
  ...roleScenarios,
};
