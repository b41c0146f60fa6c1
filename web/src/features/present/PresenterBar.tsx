import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { splitPathSentence } from '../../graph-model/path-words.ts';
import { useWorkshopId } from '../../live/room-name.ts';
import { useAgenda, type AgendaTopic } from '../../present/agenda.ts';
import { noteKey } from '../../present/notes.ts';
import { setPresented } from '../../present/presented.ts';
import { stopPresenting } from '../../present/presenting.ts';
import { useSpoken } from '../../present/spoken.ts';
import { useCommands, type Command } from '../../ui/commands.ts';
import { Link } from '../../ui/Link.tsx';
import { announce } from '../../ui/live.ts';
import { useLocation } from '../../ui/use-location.ts';
import { setNamesHidden } from '../../view/hidden-names.ts';
import { useView } from '../../view/use-view.ts';
import { AgendaPanel } from './AgendaPanel.tsx';
import { NotesPanel, type GivenNotes } from './NotesPanel.tsx';
import { TopicClock } from './TopicClock.tsx';
import { TopicsPanel } from './TopicsPanel.tsx';
import { RunFacts } from './RunFacts.tsx';
import { usePresenter, type Presenter } from './use-presenter.ts';
import { useRun, type Run } from './use-run.ts';
import { usePresenterKeys } from './use-presenter-keys.ts';
import './present.css';

type Panel = 'notes' | 'topics';

/** What presenter mode puts at the foot of the screen: the sentence that is said, where one is, the clock, and buttons for whoever has no keyboard. */
export const PresenterBar = (): ReactNode => {
  const spoken = useSpoken();
  const agenda = useAgenda();
  const topic = agenda?.topics.find(({ id }) => id === spoken.id);
  const workshop = useWorkshopId();
  const url = useLocation();
  const run = useRun();
  const presenter = usePresenter(run?.stops);
  const { namesHidden } = useView();
  const [panel, setPanel] = useState<Panel>();
  const [blank, setBlank] = useState(false);
  const [tools, setTools] = useState(false);
  const { walk } = presenter;
  // What a topic is called may be a name. While those are hidden, one of the agenda and a stop are called what the server says, and one's own topic is only timed.
  const title = spoken.id !== undefined ? topic?.title : namesHidden ? run?.stop?.title : spoken.topic;
  useMark('data-present-tools', tools);
  useMark('data-present-walking', walk?.at !== undefined);
  useLettingGo();
  const toggle = (wanted: Panel): void => setPanel((before) => (before === wanted ? undefined : wanted));
  /** A blank screen is ended by the first press, which does nothing else. */
  const seen =
    (act: () => void): (() => void) =>
    () =>
      blank ? setBlank(false) : act();
  const actions = {
    next: seen(() => presenter.move(1)),
    previous: seen(() => presenter.move(-1)),
    deeper: seen(presenter.deeper),
    outwards: seen(presenter.outwards),
    spotlight: seen(presenter.toggleSpotlight),
    notes: seen(() => toggle('notes')),
    timer: seen(() => toggle('topics')),
    blank: () => {
      if (!blank) announce('The screen is blank.');
      setBlank(!blank);
    },
    tools: seen(() => setTools(!tools)),
    leave: seen(() => (panel === undefined ? stopPresenting() : setPanel(undefined))),
  };
  usePresenterKeys(actions);
  useCommands(useMemo(() => presenterCommands, []));
  const about = title ?? run?.stop?.title ?? (document.title.replace(/ · EHI Atlas$/, '') || 'this screen');
  return (
    <>
      {blank ? <div className="present-blank" onClick={() => setBlank(false)} /> : null}
      <section className="present-bar" aria-label="Presenter">
        {panel === 'notes' ? (
          <NotesPanel
            about={about}
            noteKey={noteKey(spoken.id === undefined ? spoken.topic : `${workshop}/${spoken.id}`, url)}
            given={givenNotes(run, topic)}
            onClose={() => setPanel(undefined)}
          />
        ) : panel === 'topics' && agenda !== undefined ? (
          <AgendaPanel agenda={agenda} onClose={() => setPanel(undefined)} />
        ) : panel === 'topics' && workshop === undefined ? (
          <TopicsPanel onClose={() => setPanel(undefined)} />
        ) : null}
        <Said presenter={presenter} />
        <div className="present-foot">
          <div className="present-facts">
            {run === undefined ? null : <RunFacts run={run} />}
            {presenter.walk === undefined ? null : <p className="present-position">{positionWords(presenter)}</p>}
            <TopicClock topic={title} timer={spoken.timer} />
            {topic?.link ? <Link href={topic.link}>Go to the topic’s screen</Link> : null}
          </div>
          <div className="present-buttons" role="group" aria-label="Present">
            {walk === undefined && run === undefined ? null : (
              <>
                <BarButton title="Back (←)" words="‹ Back" onPress={actions.previous} />
                <BarButton title="On (→, Space)" words="On ›" onPress={actions.next} />
              </>
            )}
            {walk === undefined || walk.steps.length === 0 ? null : (
              <BarButton
                title="Into the steps and out (↓, ↑)"
                words="Steps"
                pressed={presenter.level === 'step'}
                onPress={presenter.level === 'step' ? actions.outwards : actions.deeper}
              />
            )}
            {walk === undefined ? null : (
              <BarButton
                title="Spotlight (S)"
                words="Spotlight"
                pressed={presenter.spotlit}
                onPress={actions.spotlight}
              />
            )}
            <BarButton title="Notes (N)" words="Notes" pressed={panel === 'notes'} onPress={actions.notes} />
            <BarButton title="Topics and time (T)" words="Time" pressed={panel === 'topics'} onPress={actions.timer} />
            <BarButton
              title="Names hidden in this tab, or shown (Shift H)"
              words="Hide names"
              lesser
              pressed={namesHidden}
              onPress={() => setNamesHidden(!namesHidden)}
            />
            <BarButton title="Filters, buttons and panels (M)" words="Menu" pressed={tools} onPress={actions.tools} />
            <BarButton title="Leave presenter mode (Esc)" words="Leave presenter mode" onPress={actions.leave} />
          </div>
        </div>
      </section>
    </>
  );
};

/** The notes that come with the stop that is shown and with the topic of the agenda that is spoken of. */
const givenNotes = (run: Run | undefined, topic: AgendaTopic | undefined): readonly GivenNotes[] =>
  [
    { of: 'This stop', text: run?.stop?.notes ?? '' },
    { of: 'From the agenda', text: topic?.notes ?? '' },
  ].filter(({ text }) => text !== '');

/** The sentence to be said, in large type, the facts beside it, and what came of a press that led nowhere. */
const Said = ({ presenter }: { readonly presenter: Presenter }): ReactNode => {
  const { walk, told } = presenter;
  if (walk === undefined && told === undefined) return null;
  return (
    <div className="present-said">
      {presenter.sentence !== undefined ? (
        <SaidSentence sentence={presenter.sentence} />
      ) : walk !== undefined && walk.ready > 0 ? (
        <p>Space shows the first {walk.item}.</p>
      ) : null}
      {walk === undefined || walk.facts.length === 0 ? null : (
        <ul className="plain present-list">
          {walk.facts.map(({ name, words, href }) => (
            <li key={name}>
              {name}: {href === undefined ? <strong>{words}</strong> : <Link href={href}>{words}</Link>}
            </li>
          ))}
        </ul>
      )}
      {told === undefined ? null : (
        <p className="present-told" role="status">
          {told}
        </p>
      )}
    </div>
  );
};

/** The sentence; of a path the journey loud, and what restricts it there beneath. */
const SaidSentence = ({ sentence }: { readonly sentence: string }): ReactNode => {
  const { journey, restrictions } = splitPathSentence(sentence);
  return (
    <p className="present-sentence">
      {journey} {restrictions === '' ? null : <span className="present-rest">{restrictions}</span>}
    </p>
  );
};

const BarButton = (props: {
  readonly title: string;
  readonly words: string;
  readonly pressed?: boolean;
  /** Whether it waits for the menu where the screen is narrow. */
  readonly lesser?: boolean;
  readonly onPress: () => void;
}): ReactNode => (
  <button
    type="button"
    className={props.lesser === true ? 'button present-lesser' : 'button'}
    title={props.title}
    {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
    onClick={props.onPress}
  >
    {props.words}
  </button>
);

const positionWords = ({ walk, step }: Presenter): string => {
  if (walk === undefined) return '';
  return step === undefined ? walk.position : `${walk.position} · step ${step + 1} of ${walk.steps.length}`;
};

const presenterCommands: readonly Command[] = [
  { id: 'present leave', group: 'Everywhere', title: 'Leave presenter mode', keys: 'Esc', run: stopPresenting },
];

/** The root carries whether tools are shown and whether something is walked through, so that any screen's style can tell. */
const useMark = (name: string, on: boolean): void => {
  useEffect(() => {
    document.documentElement.toggleAttribute(name, on);
    return () => document.documentElement.removeAttribute(name);
  }, [name, on]);
};

/** What was walked and lit is let go of when presenter mode ends, however it does; the topic and its clock go on. */
const useLettingGo = (): void => {
  useEffect(
    () => () => setPresented({ stop: undefined, path: undefined, step: undefined, finding: undefined, spotlight: [] }),
    [],
  );
};
