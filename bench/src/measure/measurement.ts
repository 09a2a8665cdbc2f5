import type { Row } from '../report.ts';
import type { Stage } from '../stage.ts';

export interface Measured {
  rows: Row[];
  /** Everything behind the rows, for the JSON. */
  details: unknown;
}

export interface Measurement {
  name: string;
  measure: (stage: Stage) => Promise<Measured>;
}
