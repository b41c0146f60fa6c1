import { useCallback, useEffect, useId, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useActor } from '../../api/use-actor.ts';
import { useCommands } from '../../ui/commands.ts';
import { Link } from '../../ui/Link.tsx';
import { useShownPicture } from '../../ui/shown-picture.ts';
import { useLocation } from '../../ui/use-location.ts';
import { aboutOf, placeOf } from './about-of.ts';
import { TopicTime } from './Agenda.tsx';
import { CapturePanel } from './CapturePanel.tsx';
import { wordsOfKind } from './item-kinds.ts';
import { LeaveLink } from './LeaveLink.tsx';
import { readLine } from './read-line.ts';
import { useCaptured, type SaidBeside } from './use-captured.ts';
import { useCaptureDraft } from './use-capture-draft.ts';
import { useCaptureKeys } from './use-capture-keys.ts';
import { useKeptPicture } from './use-kept-picture.ts';
import { comeTo, useTopic } from './use-topic.ts';
import { workshopHref } from './use-workshop.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

/** The line that takes down what is said, on every screen of an open workshop: Enter keeps it, about what is selected and under the topic that is spoken of. */
export const CaptureLine = (props: {
  readonly workshop: WorkshopData;
  readonly items: readonly ItemData[];
  readonly total: number;
}): ReactNode => {
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
  const topic = useTopic(workshop.topics);
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
  // What had the focus in the list is gone with the list, and nothing tells of that.
  useEffect(() => {
    if (!listing && bar.current?.contains(document.activeElement) !== true) setActive(false);
  }, [listing]);
  useCommands(
    useMemo(
      () => [
        { id: 'capture', group: 'This screen' as const, title: 'Write down what is said', keys: 'Q', run: focusField },
      ],
      [focusField],
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
  const isOpen = active || listing;
  return (
    <footer
      ref={bar}
      className="capture-bar"
      aria-label="Workshop"
      onFocus={(event) => {
        if (event.target.closest('.capture-panel, .capture-input') !== null) setActive(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (listing) setListing(false);
        leave();
      }}
    >
      {isOpen ? (
        <CapturePanel
          workshop={workshop}
          items={props.items}
          total={props.total}
          draft={draft}
          line={line}
          about={about}
          withAbout={withAbout}
          actor={actor}
          kept={kept}
          listing={listing}
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
          {workshop.topics.length === 0 ? null : (
            <select
              aria-label="Topic that is spoken of"
              value={topic?.id ?? ''}
              onChange={(event) => comeTo(workshop.topics.find((each) => each.id === event.target.value))}
            >
              <option value="">No topic</option>
              {workshop.topics.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
            </select>
          )}
          {topic === undefined ? null : <TopicTime />}
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
            Said · {props.total}
          </button>
          <LeaveLink className="capture-leave">Leave</LeaveLink>
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
