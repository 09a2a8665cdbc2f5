import type { RuleDraft } from '../rule-draft';
import type { FieldFaults } from './use-fault-text';

/** What every part of the form is given. */
export interface PartProps {
  draft: RuleDraft;
  change: (fields: Partial<RuleDraft>) => void;
  faults: FieldFaults;
}
