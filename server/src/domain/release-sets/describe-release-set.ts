import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import { namesOf } from '../trace/index.ts';
import { isRequiredByLaw, type ReleaseChange } from './release-change.ts';

/** The class and audience that changes are for. */
export interface ReleasedTo {
  readonly dataClass: Id;
  readonly audience: Id;
}

/** A change in a sentence, with what else it would mean; of one that lifts what law requires, that counsel decides. Pure. */
export const describeReleaseChange = (
  graph: EhiGraph,
  { dataClass, audience }: ReleasedTo,
  change: ReleaseChange,
): string => {
  const what = `"${graph.DataClass.get(dataClass)?.name ?? dataClass}"`;
  const whom = namesOf(graph.Audience).audience(audience);
  switch (change.kind) {
    case 'RELEASE_CLASS': {
      const name = `The channel "${nameOf(graph.AccessChannel, change.channel)}"`;
      return graph.AccessChannel.get(change.channel)?.releases.length === 0
        ? `${name} releases ${what}. Nobody recorded yet what it releases: every other class counts as not offered there until it is recorded too.`
        : `${name} releases ${what} too.`;
    }
    case 'SERVE_AUDIENCE':
      return `The channel "${nameOf(graph.AccessChannel, change.channel)}" serves ${whom} too${change.isUsual ? '' : ', which channels of its kind usually do not'}.`;
    case 'CARRY_CLASS':
      return `The flow "${nameOf(graph.Flow, change.flow)}" carries ${what} too.`;
    case 'ADD_FLOW':
      return `A new flow from "${nameOf(graph.System, change.from)}" to "${nameOf(graph.System, change.to)}" carries ${what}.`;
    case 'LIFT_RESTRICTION': {
      const name = `The restriction "${nameOf(graph.Restriction, change.restriction)}"`;
      const isForAll = graph.Restriction.get(change.restriction)?.audiences.length === 0;
      const others = isForAll
        ? ' It holds for everybody now, and would name the other audiences of today: one that is added later is free of it.'
        : '';
      const lifted = {
        FOR_AUDIENCE: `${name} no longer holds for ${whom}.${others}`,
        FOR_CLASS: `${name} no longer limits ${what}.`,
        END: `${name} ends.`,
      }[change.lifting];
      return isRequiredByLaw(change)
        ? `${lifted} It is recorded as required by law: this documents, and counsel decides.`
        : lifted;
    }
  }
};

/** How many sets there are and how small, in a sentence or two. `count` 0 with `isReleased`: nothing is needed. Pure. */
export const describeReleaseSets = (
  graph: EhiGraph,
  { dataClass, audience }: ReleasedTo,
  found: {
    readonly isReleased: boolean;
    readonly sizes: readonly { readonly size: number; readonly requiredByLaw: boolean }[];
    readonly isExact: boolean;
  },
): string => {
  const what = `"${graph.DataClass.get(dataClass)?.name ?? dataClass}"`;
  const whom = namesOf(graph.Audience).audience(audience);
  if (found.isReleased) return `${what} is released to ${whom} already; nothing has to change.`;
  const [first] = found.sizes;
  const bound = found.isExact ? '' : ' The search was given up at its bound: there may be others.';
  if (first === undefined)
    return `No set of these changes was found that would release ${what} to ${whom}.${bound || ' There is no way from where it begins out by a channel.'}`;
  const law = first.requiredByLaw
    ? ' Each of them lifts what is recorded as required by law: this documents, and counsel decides.'
    : '';
  const changes = first.size === 1 ? '1 change' : `${first.size} changes`;
  const isSmallerOtherwise = found.sizes.some(({ size }) => size < first.size);
  const least = !isSmallerOtherwise
    ? 'at the least'
    : first.requiredByLaw
      ? 'at the least that lift as little as there is of what is recorded as required by law'
      : 'at the least without lifting what is recorded as required by law';
  return `${what} would be released to ${whom} by ${changes} ${least}; ${found.sizes.length} ${found.sizes.length === 1 ? 'set is' : 'sets are'} told.${law}${bound}`;
};

const nameOf = (things: ReadonlyMap<Id, { readonly name: string }>, id: Id): string => things.get(id)?.name ?? id;
