import type { WhatIfExamplesQuery } from '../../gql/graphql.ts';

/** What the examples are chosen by. */
export type ExamplesData = WhatIfExamplesQuery['coverage'];

/** A thing as it is named. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

/** Who the examples are about: the patient, where a channel is for the patient; else the audience of the first channel. Undefined where no channel is for anybody. Pure. */
export const audienceOf = ({ columns }: ExamplesData): NamedThing | undefined =>
  (columns.find(({ audience }) => audience.id === 'PATIENT') ?? columns[0])?.audience;

/** The channel that releases the most classes, or parts of them, to an audience, and how many; the first of several. Undefined where none releases any. Pure. */
export const busiestChannel = (
  { columns, rows, states }: ExamplesData,
  audience: string,
): { readonly channel: NamedThing; readonly classes: number } | undefined =>
  most(
    columns.flatMap((column, at) =>
      column.audience.id === audience
        ? [
            {
              channel: column.channel,
              classes: rows.filter((row) => states[row.states[at] ?? -1]?.someReleased === true).length,
            },
          ]
        : [],
    ),
    ({ classes }) => classes,
  );

/** The restriction on which no claim is recorded that holds something back in the most cells of the matrix, and in how many. Undefined where there is none. Pure. */
export const mostMetUndocumented = ({
  rows,
  states,
}: ExamplesData): { readonly restriction: NamedThing; readonly cells: number } | undefined => {
  const times = states.map(() => 0);
  for (const row of rows) for (const state of row.states) times[state] = (times[state] ?? 0) + 1;
  const met = new Map<string, { readonly restriction: NamedThing; readonly cells: number }>();
  for (const [at, { restrictions }] of states.entries())
    for (const restriction of restrictions)
      if (restriction.documentation === 'NONE')
        met.set(restriction.id, {
          restriction,
          cells: (met.get(restriction.id)?.cells ?? 0) + (times[at] ?? 0),
        });
  return most([...met.values()], ({ cells }) => cells);
};

/** The classes of which nothing reaches an audience on any channel: those of the designated record set first, each in the order of the matrix. Pure. */
export const unreachedClasses = ({ columns, rows, states }: ExamplesData, audience: string): readonly NamedThing[] => {
  const places = columns.flatMap((column, at) => (column.audience.id === audience ? [at] : []));
  const unreached = rows
    .filter((row) => places.every((at) => states[row.states[at] ?? -1]?.someReleased !== true))
    .map(({ dataClass }) => dataClass);
  const isOfRecordSet = ({ drsStatus }: (typeof unreached)[number]): boolean =>
    drsStatus === 'YES' || drsStatus === 'USUALLY';
  return [...unreached.filter(isOfRecordSet), ...unreached.filter((each) => !isOfRecordSet(each))];
};

/** The one with the greatest number above 0; the first of several. */
const most = <T>(all: readonly T[], numberOf: (each: T) => number): T | undefined =>
  all.reduce<T | undefined>(
    (best, each) => (numberOf(each) > (best === undefined ? 0 : numberOf(best)) ? each : best),
    undefined,
  );
