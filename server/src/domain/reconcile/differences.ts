import type { AccessChannel, Flow, System } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { wordsOf } from '../words-of.ts';
import { onlyMeant, type ClassResolver, type MeantClass, type ResolvedSign } from './class-resolver.ts';
import type { ObservedChannel, ObservedFlow, ObservedSystem } from './observed.ts';

/**
 * One thing in which a file and the inventory differ, each as text; `''` for nothing. `classes` are the data classes it is about:
 * those seen that nobody declared (`observed` names them), or those declared that a complete file lacks (`declared` names them).
 */
export interface Difference {
  readonly field: string;
  readonly declared: string;
  readonly observed: string;
  readonly classes: readonly MeantClass[];
}

/** Returns in what a seen system differs from the one it stands for. What one of them does not say is no difference. Pure. */
export const systemDifferences = (declared: System | undefined, seen: ObservedSystem): readonly Difference[] => {
  if (declared === undefined) return [];
  return [
    ...textDifference('vendor', declared.vendor, seen.vendor),
    ...textDifference('product', declared.product, seen.product),
    ...textDifference('version', declared.version, seen.version),
    ...textDifference('kind', declared.kind, seen.systemKind),
    ...textDifference('lifecycle', declared.lifecycle, seen.lifecycle),
  ];
};

interface FlowQuestion {
  readonly declared: Flow | undefined;
  readonly seen: ObservedFlow;
  readonly classes: readonly ResolvedSign[];
  readonly resolver: ClassResolver;
  readonly asOf: CalendarDate;
  /** What the two ends stand for, where that is known. */
  readonly ends: { readonly from: Id | undefined; readonly to: Id | undefined };
}

/** Returns in what a seen flow differs from the one it stands for. Pure. */
export const flowDifferences = ({
  declared,
  seen,
  classes,
  resolver,
  asOf,
  ends,
}: FlowQuestion): readonly Difference[] => {
  if (declared === undefined) return [];
  return [
    ...(ends.from === undefined ? [] : textDifference('from', declared.from, ends.from)),
    ...(ends.to === undefined ? [] : textDifference('to', declared.to, ends.to)),
    ...protocolDifference(declared.protocol, seen.protocol),
    ...(seen.isActive === false
      ? [{ field: 'active', declared: 'it runs', observed: 'it is switched off', classes: [] }]
      : []),
    ...classDifferences('carries', declared.carries, { classes, isComplete: seen.isComplete, resolver, asOf }),
  ];
};

interface ChannelQuestion {
  readonly declared: AccessChannel | undefined;
  readonly seen: ObservedChannel;
  readonly classes: readonly ResolvedSign[];
  readonly resolver: ClassResolver;
  readonly asOf: CalendarDate;
}

/** Returns in what a seen channel differs from the one it stands for. Pure. */
export const channelDifferences = ({
  declared,
  seen,
  classes,
  resolver,
  asOf,
}: ChannelQuestion): readonly Difference[] => {
  if (declared === undefined) return [];
  const unknown = seen.audiences.filter((id) => !declared.audiences.includes(id));
  return [
    ...textDifference('kind', declared.kind, seen.channelKind),
    ...(unknown.length === 0
      ? []
      : [{ field: 'audiences', declared: declared.audiences.join(', '), observed: unknown.join(', '), classes: [] }]),
    ...classDifferences('releases', declared.releases, { classes, isComplete: seen.isComplete, resolver, asOf }),
  ];
};

interface ClassesSeen {
  readonly classes: readonly ResolvedSign[];
  readonly isComplete: boolean;
  readonly resolver: ClassResolver;
  readonly asOf: CalendarDate;
}

const classDifferences = (
  field: string,
  links: Flow['carries'] | AccessChannel['releases'],
  { classes, isComplete, resolver, asOf }: ClassesSeen,
): readonly Difference[] => {
  const declared = new Set(links.filter((link) => isLiveOn(link, asOf)).map(({ dataClass }) => dataClass));
  const meant = uniqueClasses(
    classes.filter(({ sign }) => sign.certainty !== 'POSSIBLE').flatMap((sign) => onlyMeant(sign) ?? []),
  );
  const added = meant.filter(({ id }) => !resolver.isWithin(id, declared));
  // What could be meant by any sign, however weak, is not missing.
  const possible = new Set(classes.flatMap((sign) => sign.meant.map(({ id }) => id)));
  const hasUnknown = classes.some((sign) => sign.meant.length === 0);
  const gone =
    !isComplete || hasUnknown
      ? []
      : [...declared].filter(
          (id) =>
            !resolver.isWithin(id, possible) && ![...possible].some((each) => resolver.isWithin(each, new Set([id]))),
        );
  return [
    ...(added.length === 0
      ? []
      : [{ field, declared: '', observed: added.map(({ name }) => name).join(', '), classes: added }]),
    ...(gone.length === 0
      ? []
      : [
          {
            field,
            declared: gone.map(resolver.nameOf).join(', '),
            observed: '',
            classes: gone.map((id) => ({ id, name: resolver.nameOf(id), inInventory: true })),
          },
        ]),
  ];
};

/** Returns classes without those that come again. */
export const uniqueClasses = (classes: readonly MeantClass[]): readonly MeantClass[] =>
  classes.filter(({ id }, index) => classes.findIndex((each) => each.id === id) === index);

const textDifference = (
  field: string,
  declared: string | undefined,
  observed: string | undefined,
): readonly Difference[] =>
  declared === undefined || observed === undefined || sameWords(declared, observed)
    ? []
    : [{ field, declared, observed, classes: [] }];

/** `HL7 v2` and `HL7 v2 over MLLP` do not differ: one says more. */
const protocolDifference = (declared: string | undefined, observed: string | undefined): readonly Difference[] => {
  const [a, b] = [wordsOf(declared ?? ''), wordsOf(observed ?? '')];
  const isPart = a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
  const isNear = a[0] !== undefined && a[0] === b[0];
  return declared === undefined || observed === undefined || isPart || isNear
    ? []
    : [{ field: 'protocol', declared, observed, classes: [] }];
};

const sameWords = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase() || wordsOf(a).join(' ') === wordsOf(b).join(' ');
