import { useId, type ReactNode } from 'react';
import { ThingPicker as FoundThings } from '../../editing/ThingPicker.tsx';
import type { Concept } from '../../gql/graphql.ts';
import { mapId } from '../../graph-model/map/map-picture.ts';

const systems: Concept[] = ['SYSTEM'];
const systemsAndChannels: Concept[] = ['SYSTEM', 'ACCESS_CHANNEL'];
const nothing: readonly string[] = [];

/** A field with its label to choose a system or a channel; what is chosen stands in its place, as a button that lets go of it. */
export const ThingPicker = (props: {
  readonly label: string;
  /** The id of the field; one of its own when undefined. */
  readonly id?: string;
  /** What is chosen, by name; undefined while nothing is. */
  readonly chosen: string | undefined;
  /** Whether channels may be chosen too. */
  readonly channels: boolean;
  readonly onChoose: (id: string, name: string) => void;
  readonly onLetGo?: () => void;
}): ReactNode => {
  const own = useId();
  const id = props.id ?? own;
  return (
    <div className="thing-picker">
      {props.chosen === undefined ? (
        <>
          <label htmlFor={id}>{props.label}</label>
          <FoundThings
            id={id}
            concepts={props.channels ? systemsAndChannels : systems}
            taken={nothing}
            onPick={(thing) => props.onChoose(mapId(thing), thing.name)}
          />
        </>
      ) : (
        <>
          <span className="quiet">{props.label}</span>
          <button
            id={id}
            type="button"
            className="button chosen-thing"
            aria-label={`${props.label} ${props.chosen}: choose another`}
            title={`${props.chosen}: choose another`}
            onClick={props.onLetGo}
          >
            <span>{props.chosen}</span> ×
          </button>
        </>
      )}
    </div>
  );
};
