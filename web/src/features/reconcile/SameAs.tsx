import { useId, useState, type ReactNode } from 'react';
import type { Concept, ObservedFactKind } from '../../gql/graphql.ts';
import { PanelChoice } from './PanelChoice.tsx';
import { becauseOf, nameAmong, type ItemData } from './reconciled-item.ts';
import { useSameAsSearch } from './use-same-as-search.ts';
import { conceptsOf, conceptWords } from './words.ts';

interface Target {
  readonly concept: Concept;
  readonly id: string;
}

interface Offered extends Target {
  readonly name: string;
  readonly why: string;
}

/** What something seen is the same as: one of those it could be, or anything of its kind that the inventory has, found by words. */
export const SameAs = (props: {
  readonly fact: ObservedFactKind;
  readonly item: ItemData | undefined;
  readonly running: boolean;
  readonly onChoose: (target: Target) => void;
}): ReactNode => {
  const { fact, item } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Target>();
  const concepts = conceptsOf[fact];
  const kinds = concepts.map(conceptWords).join(' or ');
  const { words, results, none } = useSameAsSearch(text, concepts, kinds);
  const candidates: readonly Offered[] =
    // What a table could hold may be a class of the reference data only: that is chosen under “Data classes”.
    item === undefined || fact === 'HOLDING'
      ? []
      : item.candidates.map(({ reasons, ...same }) => ({ ...same, why: becauseOf(reasons) }));
  const offered: readonly Offered[] = [
    ...candidates,
    ...results
      .filter(({ id }) => candidates.every((each) => each.id !== id))
      .map(({ matched, ...same }) => ({ ...same, why: `found by ${matched}` })),
  ];
  return (
    <fieldset className="panel-choice">
      <PanelChoice
        legend={`The same as which ${kinds}?`}
        find={`Find a ${kinds} by name`}
        text={text}
        onText={setText}
        empty={
          words !== ''
            ? none
            : `Nothing ${item?.match ? 'else ' : ''}in the inventory is like it. Type a name to find others.`
        }
        offered={offered.map((each) => (
          <label key={`${each.concept} ${each.id}`}>
            <input
              type="radio"
              name={`${id}-target`}
              checked={chosen?.id === each.id && chosen.concept === each.concept}
              onChange={() => setChosen({ concept: each.concept, id: each.id })}
            />
            <span>
              {nameAmong(each, offered)} <span className="quiet">{each.why}</span>
            </span>
          </label>
        ))}
      />
      <button
        type="button"
        className="button primary"
        disabled={chosen === undefined || offered.every(({ id }) => id !== chosen.id)}
        aria-disabled={props.running}
        onClick={() => {
          if (chosen !== undefined) props.onChoose(chosen);
        }}
      >
        Record as the same
      </button>
    </fieldset>
  );
};
