import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAllCommands } from '../../ui/commands.ts';
import { useKeyHelp } from '../../ui/key-help.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { paletteSections, type PaletteOption } from './palette-options.ts';
import { parsePaletteWords } from './palette-words.ts';
import { useFound, type FoundThings } from './use-found.ts';
import './palette.css';

const keys = [
  {
    where: 'Everywhere',
    keys: ['Ctrl', 'K'],
    does: 'Search, or type a command: go, trace, map, compare, filter, export',
  },
];

/**
 * The field of the top bar: finds things of the inventory and whatever can be done on this screen. Ctrl-K or Command-K goes there; arrows choose,
 * Enter does, Escape closes.
 */
export const Palette = (): ReactNode => {
  const url = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(url.searchParams.get('q') ?? '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState<string>();
  const words = useMemo(() => parsePaletteWords(typed), [typed]);
  const commands = useAllCommands();
  const found = useFound(words);
  useKeyHelp(keys);
  useFocusKey(input, setOpen);

  const sections = useMemo(
    () => paletteSections(words, commands, found.things, navigate),
    [words, commands, found.things],
  );
  const options = useMemo(() => sections.flatMap((section) => section.options), [sections]);
  const at = Math.min(active, options.length - 1);
  const current = options[at];
  useEffect(() => setActive(0), [typed]);
  useEffect(() => {
    if (open && current !== undefined) document.getElementById(current.id)?.scrollIntoView({ block: 'nearest' });
  }, [open, current]);

  const choose = useCallback((option: PaletteOption): void => {
    setOpen(false);
    setTyped('');
    setEntered(undefined);
    input.current?.blur();
    option.choose();
  }, []);
  const { answered } = found;
  useEffect(() => {
    // Enter came before the answer: what was typed is opened, not what was found for the words before.
    if (entered === undefined || entered !== typed || !answered) return;
    setEntered(undefined);
    if (current !== undefined) choose(current);
  }, [entered, typed, answered, current, choose]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (options.length > 0) setActive((at + step + options.length) % options.length);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      found.hurry();
      setEntered(typed);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setEntered(undefined);
      if (open) setOpen(false);
      else setTyped('');
    }
  };
  const leave = (): void => {
    setOpen(false);
    setEntered(undefined);
  };
  return (
    <div className="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || leave()}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search the inventory, or type a command"
        aria-expanded={open}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={open ? current?.id : undefined}
        placeholder="Search, or type a command"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setEntered(undefined);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <div className="search-results" hidden={!open}>
        <div id="search-results" role="listbox" aria-label="Commands, and what was found" className="palette-list">
          {sections.map((section) => (
            <div key={section.title} role="group" aria-label={section.title}>
              <p className="palette-group" aria-hidden="true">
                {section.title}
              </p>
              {section.options.map((option) => (
                <Option key={option.id} option={option} chosen={option === current} onChoose={choose} />
              ))}
            </div>
          ))}
        </div>
        <p className="search-state" role="status">
          {stateWords(found, words.things, options.length)}
        </p>
      </div>
    </div>
  );
};

const Option = (props: {
  readonly option: PaletteOption;
  readonly chosen: boolean;
  readonly onChoose: (option: PaletteOption) => void;
}): ReactNode => {
  const { option } = props;
  return (
    <div
      id={option.id}
      role="option"
      aria-selected={props.chosen}
      className="palette-option"
      // The field keeps the focus while one of its lines is clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose(option)}
    >
      <span className="search-name">{option.title}</span>
      {option.detail === '' ? null : <span className="quiet">{option.detail}</span>}
      {option.keys === undefined ? null : <kbd className="palette-keys">{option.keys}</kbd>}
    </div>
  );
};

/** Ctrl-K and Command-K go to the field from everywhere. */
const useFocusKey = (input: { readonly current: HTMLInputElement | null }, setOpen: (open: boolean) => void): void => {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input, setOpen]);
};

const stateWords = ({ failed, answered, things }: FoundThings, text: string, count: number): string => {
  if (failed) return 'The search does not answer. Type again to try again.';
  if (!answered) return 'Searching.';
  if (text === '') return 'Type a name, or a verb first: go, trace, map, compare, filter, export.';
  if (count === 0) return `Nothing is called “${text}”. Try fewer letters, or the name of a FHIR resource.`;
  return things.length === 0
    ? 'Nothing of the inventory is called so.'
    : `${things.length} found in the inventory; more letters narrow it.`;
};
