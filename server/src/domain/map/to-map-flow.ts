import type { Flow } from '../model/concepts.ts';
import type { CalendarDate } from '../model/entity.ts';
import { liveClasses } from '../trace/index.ts';
import type { MapFlow } from './picture.ts';
import type { Standings } from './standing.ts';

/** A flow as a line or a way shows it. */
export const toMapFlow = (flow: Flow, asOf: CalendarDate, standings: Standings): MapFlow => {
  const { id, name, protocol, carries, grade, updatedAt, revision } = flow;
  const { status } = standings.ofFlows([flow]);
  return {
    id,
    name,
    ...(protocol === undefined ? {} : { protocol }),
    classes: new Set(liveClasses(carries, asOf)).size,
    grade,
    updatedAt,
    revision,
    ...(status === undefined ? {} : { status }),
  };
};
