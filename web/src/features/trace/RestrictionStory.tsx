import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { RestrictionStoryQuery } from '../../gql/graphql.ts';
import { placeOfRestriction } from '../../graph-model/place-of-restriction.ts';
import { restrictionTone } from '../../graph-model/tone.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { effectWords, listed, sentenceCase, standingWords } from '../../graph-model/words.ts';
import { WhatIfLinks } from '../../editing/WhatIfLinks.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { basisWords } from '../../graph-model/basis-words.ts';
import { Claims } from '../../ui/Claims.tsx';
import { Judged } from './Judged.tsx';
import { InspectDocument } from './documents.ts';
import { FactsOf, HistoryOf } from './InspectorFacts.tsx';
import { nextStep } from './next-step.ts';
import { RestrictionStoryDocument } from './restriction-documents.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData } from './trace-data.ts';

/** The whole story of one restriction of the answer: what it does, where, to whom and for what, on what basis, how that is documented, a path that shows it, and where the facts come from. */
export const RestrictionStory = (props: {
  readonly view: TraceView;
  readonly entry: AnswerData['restrictions'][number];
  readonly asOf: string;
  readonly rulePack: string | undefined;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { entry, view } = props;
  const { id } = entry.restriction;
  const story = useQuery(RestrictionStoryDocument, { id, asOf: props.asOf, rulePack: props.rulePack ?? null });
  const inspected = useQuery(InspectDocument, { concept: 'RESTRICTION', id });
  const facts = inspected.phase === 'ready' ? inspected.data.node : undefined;
  const place = placeOfRestriction(view, id);
  const tone = restrictionTone(entry);
  const step = nextStep({
    node: undefined,
    edge: undefined,
    restrictions: [entry],
    system: undefined,
    custodian: undefined,
  });
  return (
    <div className="story">
      <header>
        <h2>{entry.restriction.name}</h2>
        <p className="quiet">Restriction</p>
        <p className="story-status">
          <ToneGlyph tone={tone} />
          <span>{sentenceCase(standingWords(entry))}</span>
        </p>
        <p>
          {entry.place === 'BEHIND'
            ? 'It stands behind another restriction: it would be met if that one were lifted.'
            : 'It is met on the way.'}
        </p>
        <p>
          <Link href={pageOf(id, props.rulePack)}>Document it: the whole story, claims and checklist</Link>
        </p>
        <WhatIfLinks concept="RESTRICTION" id={id} />
      </header>
      {story.phase === 'loading' ? <Notice kind="loading" title="Fetching the restriction." /> : null}
      {story.phase === 'failed' ? (
        <FailedNotice
          title="The restriction could not be fetched."
          message={story.error.message}
          onRetry={story.retry}
        />
      ) : null}
      {story.phase === 'ready' && story.data.restriction ? (
        <Told
          restriction={story.data.restriction}
          names={namesIn(story.data.catalogue)}
          place={
            place === undefined ? (
              'not in this picture'
            ) : (
              <button type="button" className="text-button" onClick={() => props.onSelect(place.id)}>
                {place.name}
              </button>
            )
          }
        />
      ) : null}
      <section>
        <h3>One path that shows it</h3>
        <p>{entry.witness.sentence}</p>
      </section>
      {step === undefined ? null : (
        <section className="next-step">
          <h3>Next step</h3>
          <p>{step}</p>
        </section>
      )}
      {facts === undefined || facts === null ? null : (
        <>
          <FactsOf facts={facts} />
          <HistoryOf facts={facts} />
        </>
      )}
    </div>
  );
};

/** The page of a restriction, judged by the same rule pack. */
const pageOf = (id: string, rulePack: string | undefined): string =>
  `/restriction?id=${encodeURIComponent(id)}${rulePack === undefined ? '' : `&pack=${encodeURIComponent(rulePack)}`}`;

type Found = NonNullable<RestrictionStoryQuery['restriction']>;

const namesIn = ({
  practices,
  purposes,
  exceptions,
}: RestrictionStoryQuery['catalogue']): ReadonlyMap<string, string> =>
  new Map([...practices, ...purposes, ...exceptions].map(({ id, name }) => [id, name]));

const Told = (props: {
  readonly restriction: Found;
  readonly names: ReadonlyMap<string, string>;
  readonly place: ReactNode;
}): ReactNode => {
  const { restriction, names } = props;
  const nameOf = (code: string): string => names.get(code) ?? code;
  return (
    <>
      <section>
        <h3>What it does</h3>
        <dl className="facts">
          <dt>Effect</dt>
          <dd>
            {sentenceCase(effectWords(restriction.effect))} the data{restriction.automated ? ', automatically' : ''}
          </dd>
          <dt>Practice</dt>
          <dd>{nameOf(restriction.practice)}</dd>
          <dt>At</dt>
          <dd>{props.place}</dd>
          <dt>Audiences</dt>
          <dd>{namedOr(restriction.audiences, 'every audience')}</dd>
          <dt>Purposes</dt>
          <dd>{restriction.purposes.length === 0 ? 'every purpose' : listed(restriction.purposes.map(nameOf))}</dd>
          <dt>Data classes</dt>
          <dd>{namedOr(restriction.limits, 'every data class')}</dd>
          <dt>Since</dt>
          <dd>
            {restriction.startedOn ?? 'no first day recorded'}
            {restriction.endedOn ? `, ended ${restriction.endedOn}` : ''}
          </dd>
        </dl>
      </section>
      <section>
        <h3>Basis and documentation</h3>
        <p>Said to rest on {basisWords(restriction.basis)}.</p>
        <Claims claims={restriction.claims.nodes} nameOf={nameOf} />
        {restriction.claims.pageInfo.hasNextPage ? (
          <p>These are the first {restriction.claims.nodes.length} claims; there are more.</p>
        ) : null}
      </section>
      <Judged verdict={restriction.verdict} />
    </>
  );
};

const namedOr = (things: readonly { readonly name: string }[], none: string): string =>
  things.length === 0 ? none : listed(things.map((thing) => thing.name));
