import type { ChangeSetError } from '../app/change-set.ts';
import type { WhatIf, WhatIfProblem } from '../app/what-if.ts';
import type { CalendarDate, Id, Revision } from '../domain/model/entity.ts';
import type { IndexDifference } from '../domain/what-if/index.ts';

/** What a row of a what-if is of: its things are those of the inventory that would be, or of the one that is. */
export interface OfWhatIf {
  readonly of: WhatIf;
}

/** A what-if, narrowed to an audience where one was named. */
export interface WhatIfAnswered extends OfWhatIf {
  readonly audience?: Id;
  readonly difference: IndexDifference;
}

/** A what-if that cannot be: why, and what it was asked of. */
export interface WhatIfNotMade {
  readonly problems: readonly (ChangeSetError | WhatIfProblem)[];
  readonly asOf: CalendarDate;
  readonly revision: Revision;
}
