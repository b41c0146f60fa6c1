import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import type { Concept, FindThingsQuery } from '../gql/graphql.ts';
import { useChangeSink } from './change-sink.ts';
import { FindThingsDocument } from './documents.ts';
import { conceptNouns, isEdited, type ThingRef } from './edited-concept.ts';

type Found = FindThingsQuery['search'][number];

const pause = 150;

/**
 * A field that finds things of the inventory by name: arrows choose, Enter takes, Escape closes. `given` are things that can be chosen without
 * being looked for, such as the few audiences there are.
 */
export const ThingPicker = (props: {
  readonly id: string;
  readonly concepts: Concept[];
  readonly given?: readonly ThingRef[] | undefined;
  readonly taken: readonly string[];
  readonly describedBy?: string | undefined;
  readonly onPick: (thing: ThingRef) => void;
}): ReactNode => {
  const list = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const typed = text.trim();
  const { given } = props;
  const supposed = useChangeSink()?.things ?? [];
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setActive(0), [text]);
  const query = useQuery(
    FindThingsDocument,
    given !== undefined || asked === '' ? undefined : { text: asked, concepts: props.concepts },
    { keep: true },
  );
  const found: readonly (ThingRef & { readonly why: string })[] =
    given === undefined
      ? [
          ...supposed
            .filter(({ concept, name }) => isAsked(concept, props.concepts) && says(name, typed))
            .map((thing) => ({ ...thing, why: 'supposed here' })),
          ...(query.phase === 'ready' && typed !== '' ? query.data.search : []).map(ofFound),
        ]
      : given.filter(({ name }) => says(name, typed)).map((thing) => ({ ...thing, why: '' }));
  const offered = found.filter(({ id }) => !props.taken.includes(id));
  const current = offered[Math.min(active, offered.length - 1)];
  const showing = open && (given !== undefined || typed !== '');
  const pick = (thing: ThingRef): void => {
    setText('');
    setOpen(false);
    props.onPick({ concept: thing.concept, id: thing.id, name: thing.name });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (offered.length > 0) setActive((at) => (at + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' && showing) {
      // Enter takes what was found; it never sends the form half filled in.
      event.preventDefault();
      if (current !== undefined) pick(current);
    } else if (event.key === 'Escape' && showing) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="picker" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <input
        id={props.id}
        type="text"
        role="combobox"
        aria-expanded={showing}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showing && current !== undefined ? `${list}-${current.id}` : undefined}
        aria-describedby={props.describedBy}
        autoComplete="off"
        spellCheck={false}
        placeholder="Find by name"
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="picker-found" hidden={!showing}>
        <ul id={list} role="listbox" aria-label="Found">
          {offered.map((thing) => (
            <li
              key={`${thing.concept} ${thing.id}`}
              id={`${list}-${thing.id}`}
              role="option"
              aria-selected={thing === current}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(thing)}
            >
              {thing.name}{' '}
              <span className="quiet">
                {[
                  ...(props.concepts.length > 1 ? [kindOf(thing)] : []),
                  thing.id,
                  ...(thing.why === '' ? [] : [thing.why]),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {offered.length > 0 ? null : (
          <p className="quiet" role="status">
            {stateWords(query.phase, typed, found.length)}
          </p>
        )}
      </div>
    </div>
  );
};

/** What it is, where several kinds are looked for: things of two kinds may have one name. */
const kindOf = ({ concept }: ThingRef): string =>
  isEdited(concept) ? conceptNouns[concept] : concept.toLowerCase().replaceAll('_', ' ');

const says = (name: string, typed: string): boolean => name.toLowerCase().includes(typed.toLowerCase());

const isAsked = (concept: string, asked: readonly Concept[]): boolean => asked.some((each) => each === concept);

const ofFound = ({ concept, id, name, matched }: Found): ThingRef & { readonly why: string } => ({
  concept,
  id,
  name,
  why: `found by ${matched}`,
});

const stateWords = (phase: string, typed: string, found: number): string => {
  if (phase === 'failed') return 'The search does not answer. Type again to try again.';
  if (found > 0) return 'Everything found is chosen already.';
  return phase === 'loading' ? 'Searching.' : `Nothing is called “${typed}”.`;
};
