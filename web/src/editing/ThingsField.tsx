import { useRef, type ReactNode } from 'react';
import type { Concept } from '../gql/graphql.ts';
import type { ThingRef } from './edited-concept.ts';
import { keepFocus } from './use-panel-focus.ts';
import { ThingPicker } from './ThingPicker.tsx';

/** One thing or several, each with a button that lets it go; the field to find another where there is room for one. */
export const ThingsField = (props: {
  readonly id: string;
  readonly concepts: Concept[];
  readonly chosen: readonly ThingRef[];
  readonly many: boolean;
  readonly given?: readonly ThingRef[] | undefined;
  readonly describedBy?: string | undefined;
  readonly onChange: (chosen: readonly ThingRef[]) => void;
}): ReactNode => {
  const { chosen, many, onChange } = props;
  const field = useRef<HTMLDivElement>(null);
  // What was pressed may be gone with the change: the focus goes on to what is there instead, never to nothing.
  const change = (next: readonly ThingRef[]): void => {
    onChange(next);
    requestAnimationFrame(() => keepFocus(field.current));
  };
  return (
    <div className="things-field" ref={field}>
      {chosen.length === 0 ? null : (
        <ul className="plain chips">
          {chosen.map((thing, at) => (
            <li key={thing.id} className="chip">
              <span>{thing.name}</span>
              <button
                type="button"
                // Where nothing else can be chosen, the label of the field is about this.
                id={!many && at === 0 ? props.id : undefined}
                className="text-button"
                aria-label={`Let go of ${thing.name}`}
                onClick={() => change(chosen.filter(({ id }) => id !== thing.id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {!many && chosen.length > 0 ? null : (
        <ThingPicker
          id={props.id}
          concepts={props.concepts}
          given={props.given}
          taken={chosen.map(({ id }) => id)}
          describedBy={props.describedBy}
          onPick={(thing) => change(many ? [...chosen, thing] : [thing])}
        />
      )}
    </div>
  );
};
