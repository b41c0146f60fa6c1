import { useId, useState, type ReactNode } from 'react';
import type { EditTask } from '../../editing/edit-task.ts';
import { conceptNouns, editedConcepts, isEdited, type EditedConcept, type ThingRef } from '../../editing/edited-concept.ts';
import { ThingPicker } from '../../editing/ThingPicker.tsx';
import type { Concept } from '../../gql/graphql.ts';
import { suppose } from './suppose.ts';

const ways = ['down', 'lift', 'end', 'change', 'add'] as const;
type Way = (typeof ways)[number];

const titles: Readonly<Record<Way, string>> = {
  down: 'Something is down',
  lift: 'Lift a restriction',
  end: 'End something',
  change: 'Change something',
  add: 'Add something',
};

const asked: Readonly<Record<Exclude<Way, 'add'>, { readonly label: string; readonly concepts: Concept[] }>> = {
  down: { label: 'Which system, flow or access channel is down?', concepts: ['SYSTEM', 'FLOW', 'ACCESS_CHANNEL'] },
  lift: { label: 'Which restriction is lifted?', concepts: ['RESTRICTION'] },
  end: { label: 'Which flow, access channel or system ends?', concepts: ['FLOW', 'ACCESS_CHANNEL', 'SYSTEM'] },
  change: {
    label: 'Which thing changes?',
    concepts: ['RESTRICTION', 'FLOW', 'ACCESS_CHANNEL', 'SYSTEM', 'DATA_CLASS'],
  },
};

/** The ways to suppose something: each asks which thing it is about, and puts it in place or opens its form. */
export const Adders = (props: {
  readonly supposed: readonly ThingRef[];
  readonly onBegin: (task: EditTask) => void;
}): ReactNode => {
  const id = useId();
  const [way, setWay] = useState<Way>();
  const [trouble, setTrouble] = useState<string>();
  const begin = (task: EditTask): void => {
    setWay(undefined);
    props.onBegin(task);
  };
  const pick = (thing: ThingRef): void => {
    setTrouble(undefined);
    if (!isEdited(thing.concept)) return;
    if (way === 'change') begin({ kind: 'edit', concept: thing.concept, id: thing.id });
    else if (way === 'end') begin({ kind: 'end', things: [{ concept: thing.concept, id: thing.id }] });
    else
      void suppose(way === 'lift' ? 'lifted' : 'down', { concept: thing.concept, id: thing.id }).then((failed) => {
        setTrouble(failed);
        if (failed === undefined) setWay(undefined);
      });
  };
  return (
    <div className="what-if-adders">
      <div className="row" role="group" aria-label="Suppose that">
        {ways.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-expanded={way === each}
            onClick={() => setWay(way === each ? undefined : each)}
          >
            {titles[each]}
          </button>
        ))}
        <button type="button" className="button" onClick={() => begin({ kind: 'capture' })}>
          As a sentence
        </button>
      </div>
      {way === undefined ? null : way === 'add' ? (
        <div className="row" role="group" aria-label="What is added">
          {kindsAdded.map((concept) => (
            <button
              key={concept}
              type="button"
              className="button"
              onClick={() => begin({ kind: 'add', concept })}
            >
              {conceptNouns[concept]}
            </button>
          ))}
        </div>
      ) : (
        <div className="form-field" key={way}>
          <label htmlFor={id}>{asked[way].label}</label>
          <ThingPicker id={id} concepts={asked[way].concepts} taken={[]} onPick={pick} />
        </div>
      )}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
};

/** A restriction is what one adds most. */
const kindsAdded: readonly EditedConcept[] = ['RESTRICTION', ...editedConcepts.filter((each) => each !== 'RESTRICTION')];
