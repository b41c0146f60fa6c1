import type { Workshop } from '../model/concepts.ts';
import { compareIds, type Id, type Instant, type Revision } from '../model/entity.ts';
import { keptUnknowns, type UnknownCounts } from './unknowns.ts';

/** How much was unknown at one moment. `workshop` is absent for now. */
export interface BurnDownPoint {
  readonly moment: 'OPENED' | 'CLOSED' | 'NOW';
  readonly at: Instant;
  readonly revision: Revision;
  readonly counts: UnknownCounts;
  readonly workshop?: { readonly id: Id; readonly name: string };
}

/** Returns what was unknown when each workshop was opened and closed, oldest first, and now as the last point. Pure. */
export const burnDown = (
  workshops: Iterable<Workshop>,
  now: Omit<BurnDownPoint, 'moment' | 'workshop'>,
): readonly BurnDownPoint[] => {
  const points = [...workshops].flatMap((workshop): readonly BurnDownPoint[] => {
    const { id, name, openedAt, openedRevision, closedAt, closedRevision } = workshop;
    const atOpen = keptUnknowns(workshop, 'unknownsAtOpen');
    const atClose = keptUnknowns(workshop, 'unknownsAtClose');
    return [
      ...pointAt('OPENED', { id, name }, openedAt, openedRevision, atOpen),
      ...pointAt('CLOSED', { id, name }, closedAt, closedRevision, atClose),
    ];
  });
  const inOrder = points.toSorted(
    (a, b) =>
      compareIds(a.at, b.at) ||
      a.revision - b.revision ||
      compareIds(a.workshop?.id ?? '', b.workshop?.id ?? '') ||
      compareIds(b.moment, a.moment),
  );
  return [...inOrder, { moment: 'NOW', ...now }];
};

const pointAt = (
  moment: BurnDownPoint['moment'],
  workshop: NonNullable<BurnDownPoint['workshop']>,
  at: Instant | undefined,
  revision: Revision | undefined,
  counts: UnknownCounts | undefined,
): readonly BurnDownPoint[] =>
  at === undefined || revision === undefined || counts === undefined
    ? []
    : [{ moment, workshop, at, revision, counts }];
