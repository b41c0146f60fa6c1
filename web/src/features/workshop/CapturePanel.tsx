import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ProposalDocument } from '../../editing/documents.ts';
import type { WorkshopItemKind } from '../../gql/graphql.ts';
import { OthersTopic } from '../../live/OthersTopic.tsx';
import type { ThingNamed } from './about-of.ts';
import { NameOfThingDocument } from './documents.ts';
import { lineKinds, wordsOfKind } from './item-kinds.ts';
import { PersonField } from './PeopleField.tsx';
import type { LineRead } from './read-line.ts';
import type { CaptureDraft } from './use-capture-draft.ts';
import type { WorkshopData } from './workshop-data.ts';

const pause = 250;

/** What stands over the line while one writes: its kind, what it is about, who says it, what it is understood as. */
export const CapturePanel = (props: {
  readonly workshop: WorkshopData;
  readonly draft: CaptureDraft;
  readonly line: LineRead;
  /** The topic it is kept under. */
  readonly topic: string | undefined;
  readonly about: ThingNamed | undefined;
  readonly withAbout: boolean;
  readonly actor: string | undefined;
  readonly kept: string | undefined;
  readonly onChange: (change: Partial<CaptureDraft>) => void;
  readonly onKind: (kind: WorkshopItemKind) => void;
  readonly onAbout: (withAbout: boolean) => void;
}): ReactNode => {
  const { workshop, draft, line } = props;
  return (
    <div className="capture-panel">
      <div className="capture-beside">
        <div className="capture-kinds" role="group" aria-label="Kind of the line">
          {lineKinds.map(({ kind, one, sign }) => (
            <button
              key={kind}
              type="button"
              className="button"
              aria-pressed={kind === line.kind}
              title={sign === undefined ? undefined : `Or begin the line with ${sign}`}
              onClick={() => props.onKind(kind)}
            >
              {sign === undefined ? null : <kbd aria-hidden="true">{sign}</kbd>} {one}
            </button>
          ))}
        </div>
        <PersonField
          label="Said by"
          people={workshop.attendees}
          value={draft.saidBy}
          placeholder={props.actor ?? 'local user'}
          onChange={(saidBy) => props.onChange({ saidBy })}
        />
        <OthersTopic workshop={workshop.id} topics={workshop.topics} own={props.topic} />
        {props.about === undefined ? (
          <span className="quiet">About nothing that is selected</span>
        ) : (
          <label className="tick">
            <input
              type="checkbox"
              checked={props.withAbout}
              onChange={(event) => props.onAbout(event.target.checked)}
            />
            <span>
              About <NameOf thing={props.about} />
            </span>
          </label>
        )}
      </div>
      <Reading line={line} kept={props.kept} />
    </div>
  );
};

/** What a thing is called; its id until that is known. */
const NameOf = ({ thing }: { readonly thing: ThingNamed }): ReactNode => {
  const query = useQuery(
    NameOfThingDocument,
    useMemo(() => ({ concept: thing.concept, id: thing.id }), [thing.concept, thing.id]),
    { keep: true },
  );
  const name = query.phase === 'ready' ? query.data.node?.name : undefined;
  return <strong>{name ?? thing.id}</strong>;
};

/** What the line will be kept as, said aloud as it changes; while nothing is typed, what was kept last. */
const Reading = ({ line, kept }: { readonly line: LineRead; readonly kept: string | undefined }): ReactNode => (
  <div className="capture-reading" role="status">
    {line.text === '' ? (
      kept === undefined ? (
        <p className="quiet">{wordsOfKind(line.kind).hint}. Enter keeps it.</p>
      ) : (
        <p>
          <strong>Kept.</strong> {kept}
        </p>
      )
    ) : line.kind === 'PROPOSAL' ? (
      <ProposalReading text={line.text} />
    ) : (
      <p>
        <strong>{wordsOfKind(line.kind).one}</strong>: {line.text}
      </p>
    )}
  </div>
);

/** What a line is understood as. It is kept whatever it is; what is not certain is chosen when it is accepted. */
const ProposalReading = ({ text }: { readonly text: string }): ReactNode => {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery(
    ProposalDocument,
    useMemo(() => (asked === '' ? undefined : { line: asked, chosen: [] }), [asked]),
    { keep: true },
  );
  const proposal = query.phase === 'ready' && query.asked.line === text ? query.data.proposal : undefined;
  if (query.phase === 'failed') return <p className="form-trouble">{query.error.message}</p>;
  if (proposal === undefined) return <p className="quiet">Reading.</p>;
  const open = proposal.names.filter(({ isCertain }) => !isCertain).map(({ words }) => `“${words}”`);
  return (
    <>
      <p>
        <strong>{proposal.understood ? 'Understood:' : 'Not understood as a fact.'}</strong> {proposal.sentence}
      </p>
      {proposal.understood && open.length > 0 ? (
        <p className="uncertain">Not certain: {open.join(', ')}. It is chosen when the proposal is accepted.</p>
      ) : null}
      {proposal.already ? <p className="quiet">The inventory says so already.</p> : null}
      {proposal.understood ? null : (
        <p className="quiet">It is kept as it was said, and can be changed. Or choose another kind for it.</p>
      )}
    </>
  );
};
