import type { WaySteps } from '../../graph-model/map/highlight-way.ts';
import { mapId, thingOf } from '../../graph-model/map/map-picture.ts';
import type { WayData } from './map-data.ts';

/** A way as the address has it: its steps, each followed by the flow that leads on. Ways of the same steps by other flows differ. */
export const idsOfWay = ({ steps }: Pick<WayData, 'steps'>): readonly string[] =>
  steps.flatMap((step) => [mapId(step), ...(step.flow ? [`flow:${step.flow.id}`] : [])]);

/** The steps and flows of a way as the address has it. */
export const wayOf = (ids: readonly string[]): WaySteps => ({
  steps: ids.flatMap((id) => thingOf(id) ?? []),
  flows: ids.flatMap((id) => (id.startsWith('flow:') ? [id.slice('flow:'.length)] : [])),
});
