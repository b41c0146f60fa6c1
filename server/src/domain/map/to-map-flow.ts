import type { Flow } from '../model/concepts.ts';
import type { MapDay } from './map-day.ts';
import type { MapFlow } from './picture.ts';
import type { Standings } from './standing.ts';

/** A flow as a line or a way shows it. */
export const toMapFlow = (flow: Flow, day: Pick<MapDay, 'classesOf'>, standings: Standings): MapFlow => {
  const { id, name, protocol, carries, grade, updatedAt, revision } = flow;
  const { status } = standings.ofFlows([flow]);
  return {
    id,
    name,
    ...(protocol === undefined ? {} : { protocol }),
    classes: day.classesOf(carries),
    grade,
    updatedAt,
    revision,
    ...(status === undefined ? {} : { status }),
  };
};
