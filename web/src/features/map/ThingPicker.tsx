import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { mapId } from '../../graph-model/map/map-picture.ts';
import { FindThingDocument } from './documents.ts';

const pause = 180;

/** A field to choose a system or a channel by its name. Arrows choose, Enter takes, Escape closes the list. */
export const ThingPicker = (props: {
  readonly label: string;
  /** What is chosen, by name; undefined while nothing is. */
  readonly chosen: string | undefined;
  /** Whether channels may be chosen too. */
  readonly channels: boolean;
  readonly onChoose: (id: string, name: string) => void;
}): ReactNode => {
  const id = useId();
  const [words, setWords] = useState<string>();
  const [asked, setAsked] = useState('');
  const [active, setActive] = useState(0);
  const typed = words?.trim() ?? '';
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setActive(0), [asked]);
  const query = useQuery(FindThingDocument, asked === '' ? undefined : { text: asked }, { keep: true });
  const found =
    query.phase === 'ready' && typed !== ''
      ? query.data.search.filter(({ concept }) => props.channels || concept === 'SYSTEM')
      : [];
  const open = typed !== '';
  const take = (thing: (typeof found)[number] | undefined): void => {
    if (thing === undefined) return;
    setWords(undefined);
    props.onChoose(mapId(thing), thing.name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (found.length > 0)
        setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      take(found[Math.min(active, found.length - 1)]);
    } else if (event.key === 'Escape' && words !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setWords(undefined);
    }
  };
  const chosenOption = open && found.length > 0 ? `${id}-${Math.min(active, found.length - 1)}` : undefined;
  return (
    <div
      className="thing-picker"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setWords(undefined)}
    >
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosenOption}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.channels ? 'A system or channel' : 'A system'}
        value={words ?? props.chosen ?? ''}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="search-results" hidden={!open}>
        <ul id={`${id}-list`} role="listbox" aria-label={`${props.label}: found`}>
          {found.map((thing, index) => (
            <li
              key={`${thing.concept}${thing.id}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === Math.min(active, found.length - 1)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(thing)}
            >
              <span className="search-name">{thing.name}</span>
              <span className="quiet">{thing.concept === 'SYSTEM' ? 'System' : 'Access channel'}</span>
            </li>
          ))}
        </ul>
        <p className="search-state" role="status">
          {stateWords(query.phase, asked === typed, typed, found.length)}
        </p>
      </div>
    </div>
  );
};

const stateWords = (phase: string, answered: boolean, typed: string, count: number): string => {
  if (phase === 'failed') return 'The search does not answer. Type again to try again.';
  if (!answered || phase === 'loading') return 'Searching.';
  return count === 0 ? `Nothing that can be chosen here is called “${typed}”.` : `${count} found.`;
};
