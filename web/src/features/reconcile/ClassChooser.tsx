import { useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { ReferenceClassesQuery } from '../../gql/graphql.ts';
import { ReferenceClassesDocument } from './documents.ts';
import { PanelChoice } from './PanelChoice.tsx';
import { becauseOf, type ItemData } from './reconciled-item.ts';
import { useSameAsSearch } from './use-same-as-search.ts';

/** A data class that is meant: of the inventory, or of the reference data by its code. */
export interface ChosenClass {
  readonly id: string;
  readonly name: string;
}

interface Offered extends ChosenClass {
  readonly why: string;
}

type Entry = ReferenceClassesQuery['catalogue']['uscdiClasses'][number];

const noVariables = {};
const concepts = ['DATA_CLASS'] as const;

/** As many of the reference data as are offered for some words. */
const mostEntries = 8;

/** The data classes that are meant where the file does not tell: of those it points at, of the inventory and of the reference data. */
export const ClassChooser = (props: {
  readonly item: ItemData | undefined;
  readonly chosen: readonly ChosenClass[];
  /** They are meant for several things at once. */
  readonly many: boolean;
  readonly onChoose: (chosen: readonly ChosenClass[]) => void;
}): ReactNode => {
  const { item, chosen } = props;
  const [text, setText] = useState('');
  const { words, results, none } = useSameAsSearch(text, concepts, 'data class');
  const reference = useQuery(ReferenceClassesDocument, noVariables, { fixed: true });
  const entries =
    reference.phase === 'ready'
      ? [...reference.data.catalogue.uscdiClasses, ...reference.data.catalogue.drsClasses]
      : [];
  const offered = unique([
    ...(item === undefined ? [] : pointedAt(item, entries)),
    ...results.map(({ id, name, matched }) => ({ id, name, why: `in the inventory, found by ${matched}` })),
    ...(words === '' ? [] : entriesLike(entries, words, results)),
    // In its place while it is offered, so that a click moves nothing; at the end when other words are looked for.
    ...chosen.map((each) => ({ ...each, why: 'chosen' })),
  ]);
  const toggle = (each: Offered): void =>
    props.onChoose(
      chosen.some(({ id }) => id === each.id)
        ? chosen.filter(({ id }) => id !== each.id)
        : [...chosen, { id: each.id, name: each.name }],
    );
  return (
    <fieldset className="panel-choice">
      <PanelChoice
        legend={`Which data classes are meant${props.many ? ' by all that is selected' : ''}? They take the place of what the file shows.`}
        find="Find a data class by name"
        text={text}
        onText={setText}
        empty={words === '' ? 'The file points at none. Type a name to find one.' : none}
        offered={offered.map((each) => (
          <label key={each.id}>
            <input type="checkbox" checked={chosen.some(({ id }) => id === each.id)} onChange={() => toggle(each)} />
            <span>
              {each.name} <span className="quiet">{each.why}</span>
            </span>
          </label>
        ))}
      />
    </fieldset>
  );
};

/**
 * What the file points at, however weakly. A class that the inventory lacks has there the id it would get: decided is then by its code.
 */
const pointedAt = ({ candidates, classes }: ItemData, entries: readonly Entry[]): readonly Offered[] => {
  const isKnown = new Set(classes.filter(({ inInventory }) => inInventory).map(({ id }) => id));
  const idOf = (id: string): string => (isKnown.has(id) ? id : (entries.find(({ slug }) => slug === id)?.id ?? id));
  return [
    ...candidates
      .filter(({ concept }) => concept === 'DATA_CLASS')
      .map(({ id, name, reasons }) => ({ id: idOf(id), name, why: becauseOf(reasons) })),
    ...classes
      .filter(({ id }) => id !== '')
      .map(({ id, name, reason }) => ({ id: idOf(id), name, why: becauseOf([reason]) })),
  ];
};

const entriesLike = (
  entries: readonly Entry[],
  words: string,
  results: readonly { readonly id: string; readonly name: string }[],
): readonly Offered[] => {
  const wanted = words.toLowerCase().split(/\s+/);
  return entries
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
    .filter(({ slug, name }) => results.every((each) => each.id !== slug && each.name !== name))
    .slice(0, mostEntries)
    .map(({ id, name }) => ({ id, name, why: 'in the reference data, taken in with it' }));
};

const unique = (offered: readonly Offered[]): readonly Offered[] =>
  offered.filter(({ id, name }, at) => offered.findIndex((each) => each.id === id || each.name === name) === at);
