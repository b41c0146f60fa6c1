import { useCallback, useEffect, useId, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useActor } from '../../api/use-actor.ts';
import { usePresenting } from '../../present/presenting.ts';
import { comeTo, endTopic, useSpoken } from '../../present/spoken.ts';
import { useCommands } from '../../ui/commands.ts';
import { Link } from '../../ui/Link.tsx';
import { useShownPicture } from '../../ui/shown-picture.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { aboutOf, placeOf } from './about-of.ts';
import { TopicTime } from './Agenda.tsx';
import { CapturePanel } from './CapturePanel.tsx';
import { wordsOfKind } from './item-kinds.ts';
import { LeaveLink } from './LeaveLink.tsx';
import { readLine } from './read-line.ts';
import { SaidList } from './SaidList.tsx';
import { useCaptured, type SaidBeside } from './use-captured.ts';
import { useCaptureDraft } from './use-capture-draft.ts';
import { useCaptureKeys } from './use-capture-keys.ts';
import { useKeptPicture } from './use-kept-picture.ts';
import { workshopHref } from './use-workshop.ts';
import type { ItemsData, WorkshopData } from './workshop-data.ts';

/** The line that takes down what is said, on every screen of an open workshop: Enter keeps it, about what is selected and under the topic that is spoken of. */
export const CaptureLine = (props: { readonly workshop: WorkshopData; readonly items: ItemsData }): ReactNode => {
  const { workshop } = props;
  const id = useId();
  const url = useLocation();
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [draft, change] = useCaptureDraft(workshop.id);
  const [active, setActive] = useState(false);
  const [listing, setListing] = useState(false);
  const [withAbout, setWithAbout] = useState(true);
  const [kept, setKept] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const { keep, running } = useCaptured();
  const pictures = useKeptPicture();
  const picture = useShownPicture();
  const actor = useActor();
  const spoken = useSpoken();
  const topic = workshop.topics.find((each) => each.id === spoken.id);
  // A room looks at the picture: while one presents, the line is a button until it is asked for.
  const presenting = usePresenting();
  const folded = presenting && !active;
  const line = readLine(draft.line, draft.kind);
  const about = useMemo(() => aboutOf(url), [url]);
  const beside: SaidBeside = {
    workshop: workshop.id,
    topic: topic?.id,
    about: withAbout ? about : undefined,
    link: placeOf(url),
    saidBy: draft.saidBy,
  };
  const keepPicture = (): void => {
    if (picture !== undefined && !pictures.running) void pictures.keep(picture, beside);
  };
  const leave = useCaptureKeys({ field, bar, keepPicture, toggleList: () => setListing(!listing) });
  const focusField = useCallback(() => field.current?.focus(), []);
  const link = topic?.link ?? undefined;
  // What had the focus in the list is gone with the list, and nothing tells of that.
  useEffect(() => {
    if (!listing && bar.current?.contains(document.activeElement) !== true) setActive(false);
  }, [listing]);
  useCommands(
    useMemo(
      () => [
        { id: 'capture', group: 'This screen' as const, title: 'Write down what is said', keys: 'Q', run: focusField },
        ...(link === undefined
          ? []
          : [
              {
                id: 'topic screen',
                group: 'Go to' as const,
                title: 'The topic’s screen',
                words: 'agenda workshop',
                run: () => navigate(link),
              },
            ]),
      ],
      [focusField, link],
    ),
  );

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (line.text === '' || running) return;
    setTrouble(undefined);
    const typed = draft.line;
    const result = await keep(line, beside);
    if (!result.ok) {
      setTrouble(result.message);
      return;
    }
    setKept(`${wordsOfKind(line.kind).one}: ${line.text}`);
    setWithAbout(true);
    // The next line may have been begun meanwhile.
    if (field.current?.value === typed) change({ line: '', kind: 'PROPOSAL' });
  };
  return (
    <footer
      ref={bar}
      className="capture-bar"
      aria-label="Workshop"
      data-folded={folded ? '' : undefined}
      onFocus={(event) => {
        if (event.target.closest('.capture-panel, .capture-input') === null) return;
        setActive(true);
        setListing(false);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (listing) setListing(false);
        else leave();
      }}
    >
      {listing ? (
        <SaidList workshop={workshop} items={props.items} onClose={() => setListing(false)} />
      ) : active ? (
        <CapturePanel
          workshop={workshop}
          draft={draft}
          line={line}
          topic={topic?.id}
          about={about}
          withAbout={withAbout}
          actor={actor}
          kept={kept}
          onChange={change}
          onKind={(kind) => {
            // What the sign in front says goes first: it is taken away where another kind is chosen.
            change({ kind, line: line.signed ? line.text : draft.line });
            focusField();
          }}
          onAbout={setWithAbout}
        />
      ) : null}
      <form className="capture-form" aria-label="Write down what is said" onSubmit={(event) => void submit(event)}>
        <div className="capture-row">
          <Link href={workshopHref(workshop.id)} className="capture-name" title={workshop.name}>
            {workshop.name}
          </Link>
          {folded ? (
            <button type="button" className="button" title="Write down what is said (Q)" onClick={focusField}>
              {draft.line === '' ? 'Write down' : 'Write on'}
            </button>
          ) : null}
          {workshop.topics.length === 0 ? null : (
            <select
              aria-label="Topic that is spoken of"
              value={topic?.id ?? ''}
              onChange={(event) => {
                const chosen = workshop.topics.find((each) => each.id === event.target.value);
                if (chosen === undefined) endTopic();
                else comeTo(workshop.id, chosen);
              }}
            >
              <option value="">No topic</option>
              {workshop.topics.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
            </select>
          )}
          {/* The presenter has the clock right below. */}
          {topic === undefined || presenting ? null : <TopicTime />}
          <label htmlFor={id} className="unseen">
            What is said, in a line
          </label>
          <input
            ref={field}
            id={id}
            className="capture-input"
            value={draft.line}
            maxLength={500}
            autoComplete="off"
            placeholder={`Q: what is said, e.g. ${wordsOfKind(line.kind).hint}`}
            onChange={(event) => change({ line: event.target.value })}
            onKeyDown={(event) => {
              // Enter that ends the writing of a composed character keeps nothing.
              if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
            }}
          />
          <button type="submit" className="button primary" disabled={line.text === '' || running}>
            Keep
          </button>
          <button
            type="button"
            className="button"
            disabled={picture === undefined || pictures.running}
            title={picture === undefined ? 'There is no picture on this screen' : 'Keep this picture (K)'}
            onClick={keepPicture}
          >
            {pictures.running ? 'Keeping it.' : 'Keep this picture'}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={listing}
            title="What was said (Shift Q)"
            onClick={() => setListing(!listing)}
          >
            Said · {props.items.totalCount}
          </button>
          <LeaveLink className="capture-leave">Leave the workshop</LeaveLink>
        </div>
        {[trouble, pictures.trouble].map((message) =>
          message === undefined ? null : (
            <p key={message} className="form-trouble" role="alert">
              {message}
            </p>
          ),
        )}
      </form>
    </footer>
  );
};
