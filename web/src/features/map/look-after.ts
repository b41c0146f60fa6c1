import type { Grouping, MapGroup } from '../../graph-model/map/map-groups.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import type { MapParams } from './use-map-params.ts';

/** What the look depends on: which picture, how it is grouped, what was asked for, and the boxes that are shown. */
export interface LookState {
  readonly picture: string;
  readonly by: Grouping | undefined;
  readonly params: Pick<MapParams, 'open' | 'way' | 'expand' | 'show' | 'hops' | 'selected'>;
  readonly shown: ReadonlySet<string>;
}

/** How the look is to move: as at a new picture, to all of some things at once, or to some things where they can be read. */
export type LookMove =
  | { readonly kind: 'first' }
  | { readonly kind: 'fit'; readonly ids: readonly string[] }
  | { readonly kind: 'reveal'; readonly ids: readonly string[] };

/** The move of the look after a change of the picture; undefined where it stays. Pure and total. */
export const lookAfter = (
  was: LookState | undefined,
  now: LookState,
  groups: readonly MapGroup[],
): LookMove | undefined => {
  const way = now.params.way.filter((id) => thingOf(id) !== undefined);
  if (way.length > 0 && now.params.way.join(' ') !== was?.params.way.join(' ')) return { kind: 'fit', ids: way };
  if (was === undefined || was.picture !== now.picture) return undefined;
  if (was.by !== now.by || was.params.hops !== now.params.hops) return { kind: 'first' };
  const opened = now.params.open.filter((id) => !was.params.open.includes(id) && was.shown.has(id));
  const folded = was.params.open.filter((id) => !now.params.open.includes(id) && now.shown.has(id));
  const changed = [...opened, ...folded];
  if (changed.length > 1) return { kind: 'first' };
  const [group] = opened;
  if (group !== undefined) {
    const members = groups.find(({ id }) => id === group)?.members.filter((id) => now.shown.has(id)) ?? [];
    const selected = now.params.selected.filter((id) => members.includes(id));
    return { kind: 'reveal', ids: selected.length > 0 ? selected : members };
  }
  if (changed.length === 1) return { kind: 'reveal', ids: changed };
  if (keyOf(was) === keyOf(now)) return undefined;
  const gained = [...now.shown].filter((id) => !was.shown.has(id));
  const origin = now.params.expand.map(({ of }) => of).at(-1);
  if (gained.length === 0) return undefined;
  const from =
    origin === undefined || now.params.expand.length <= was.params.expand.length || !now.shown.has(origin)
      ? []
      : [origin];
  return { kind: 'reveal', ids: [...from, ...gained] };
};

/** What was asked to be shown beside the rest, as text. */
const keyOf = ({ params }: LookState): string => JSON.stringify([params.expand, params.show]);
