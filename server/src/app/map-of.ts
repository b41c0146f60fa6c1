import {
  drawMap,
  mostHops,
  mostThings,
  type MapDirection,
  type MapError,
  type MapPicture,
  type MapQuestion,
  type ThingRef,
} from '../domain/map/index.ts';
import type { ConceptName } from '../domain/model/concepts.ts';
import type { CalendarDate, Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { createJudge, findPack, type JudgeDeps } from './restriction-judge.ts';

/** A thing as it is asked for: of any concept, until it is looked at. */
export interface AskedThing {
  readonly concept: ConceptName;
  readonly id: Id;
}

type Maybe<T> = T | null | undefined;

/** What a picture is to show, as it comes in. */
export interface MapRequest {
  readonly asOf: CalendarDate;
  readonly around?: Maybe<readonly AskedThing[]>;
  readonly hops?: Maybe<number>;
  readonly expand?: Maybe<readonly { readonly thing: AskedThing; readonly direction: MapDirection }[]>;
  readonly show?: Maybe<readonly AskedThing[]>;
  readonly hide?: Maybe<readonly AskedThing[]>;
  readonly dataClass?: Maybe<Id>;
  readonly most?: Maybe<number>;
}

/** How many things a question may name. */
export const mostNamed = 2000;

/** What counts where nothing is said. The API says the same. */
export const usualHops = 1;
export const usualMost = 2000;

/**
 * The picture asked for, judged by the newest rule pack in force. Errors: a thing that is neither system nor channel; nothing of `around` is
 * there that day; a number out of range; too many things named; no such class; no such day.
 */
export const mapOf = (
  index: TraceIndex,
  deps: JudgeDeps,
  { asOf, ...asked }: MapRequest,
): Result<MapPicture, MapError | InputInvalid> => {
  const hops = inRange('hops', asked.hops ?? usualHops, [0, mostHops]);
  const most = inRange('most', asked.most ?? usualMost, [1, mostThings]);
  const around = toThings('around', asked.around ?? []);
  const show = toThings('show', asked.show ?? []);
  const hide = toThings('hide', asked.hide ?? []);
  const expanded = toThings(
    'expand',
    (asked.expand ?? []).map(({ thing }) => thing),
  );
  const named = [asked.around, asked.show, asked.hide, asked.expand].reduce(
    (sum, some) => sum + (some?.length ?? 0),
    0,
  );
  if (named > mostNamed) return err(inputInvalid('input', tooManyNamed(named)));
  const pack = findPack(deps.packs, undefined);
  if (!hops.ok) return hops;
  if (!most.ok) return most;
  if (!around.ok) return around;
  if (!show.ok) return show;
  if (!hide.ok) return hide;
  if (!expanded.ok) return expanded;
  if (!pack.ok) return pack;
  const question = {
    asOf,
    around: eachOnce(around.value),
    hops: hops.value,
    expand: unfoldedOnce(
      expanded.value.map((thing, at) => ({ thing, direction: asked.expand?.[at]?.direction ?? 'BOTH' })),
    ),
    show: eachOnce(show.value),
    hide: eachOnce(hide.value),
    most: most.value,
    ...(typeof asked.dataClass === 'string' ? { dataClass: asked.dataClass } : {}),
  };
  return drawMap(index, question, createJudge(deps, asOf, pack.value));
};

const tooManyNamed = (named: number): string =>
  `around, show, expand and hide may name ${mostNamed.toLocaleString('en-US')} things together; they name ${named.toLocaleString('en-US')}. Ask around fewer things with more hops, or for several pictures.`;

const eachOnce = (things: readonly ThingRef[]): readonly ThingRef[] => [
  ...new Map(things.map((thing) => [`${thing.concept} ${thing.id}`, thing])).values(),
];

const unfoldedOnce = (expand: MapQuestion['expand']): MapQuestion['expand'] => [
  ...new Map(expand.map((each) => [`${each.thing.concept} ${each.thing.id} ${each.direction}`, each])).values(),
];

/** The things, each a system or a channel. Error: the first that is something else. */
export const toThings = (field: string, asked: readonly AskedThing[]): Result<readonly ThingRef[], InputInvalid> => {
  const things: ThingRef[] = [];
  for (const { concept, id } of asked) {
    if (concept !== 'System' && concept !== 'AccessChannel')
      return err(
        inputInvalid(
          field,
          `A map shows systems and access channels; ${field} names the ${concept} "${id}". Name its system.`,
        ),
      );
    things.push({ concept, id });
  }
  return ok(things);
};

/** The number. Error: it is out of range. */
export const inRange = (
  field: string,
  value: number,
  [least, most]: readonly [number, number],
): Result<number, InputInvalid> =>
  Number.isInteger(value) && value >= least && value <= most
    ? ok(value)
    : err(inputInvalid(field, `${field} must be ${least} to ${most}; it is ${value}.`));
