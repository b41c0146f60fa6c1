import type { ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { useQuery } from '../../api/use-query.ts';
import { edgeName } from '../../graph-model/place-of-restriction.ts';
import type { RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { restrictionTone, tones } from '../../graph-model/tone.ts';
import { inventoryId, viewId, type TraceView } from '../../graph-model/trace-view.ts';
import { WhatIfLinks } from '../../editing/WhatIfLinks.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { HowReleased } from './HowReleased.tsx';
import { InspectDocument } from './documents.ts';
import { FactsOf, HistoryOf, subtitleOf } from './InspectorFacts.tsx';
import { nextStep } from './next-step.ts';
import { Overview } from './Overview.tsx';
import { OtherChannels } from './OtherChannels.tsx';
import { PathStory } from './PathStory.tsx';
import { RestrictionCard } from './RestrictionCard.tsx';
import { RestrictionStory } from './RestrictionStory.tsx';
import type { Selection } from './selection.ts';
import { SystemLines } from './SystemLines.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData, PathData, TraceData } from './trace-data.ts';

/**
 * The story of what is selected: how it stands, what restricts it and on what basis, what other channels do, where the facts come from, what
 * happened to them, and the one next step.
 */
export const Inspector = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly show: RestrictionFilter;
  /** The rule pack asked for; the newest in force when undefined. */
  readonly rulePack: string | undefined;
  readonly selection: Selection | undefined;
  /** The chosen path: it is told before what is selected. */
  readonly path: PathData | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly onOpenGroup: (group: string) => void;
}): ReactNode => {
  const { path, selection } = props;
  if (path === undefined) return <Selected {...props} />;
  return (
    <>
      <PathStory
        path={path}
        answer={props.answer}
        audience={props.trace.audiences.find((each) => each.id === path.audience)?.name ?? path.audience}
        onSelect={props.onSelect}
      />
      {selection === undefined ? null : <Selected {...props} />}
    </>
  );
};

const Selected = (props: Parameters<typeof Inspector>[0]): ReactNode => {
  const { selection } = props;
  if (selection === undefined) {
    return (
      <Overview
        trace={props.trace}
        answer={props.answer}
        view={props.view}
        show={props.show}
        onSelect={props.onSelect}
      />
    );
  }
  const restriction = props.answer.restrictions.find((entry) => entry.restriction.id === selection.restriction);
  if (restriction !== undefined) {
    return (
      <RestrictionStory
        key={restriction.restriction.id}
        view={props.view}
        asOf={props.trace.asOf}
        rulePack={props.rulePack}
        entry={restriction}
        onSelect={props.onSelect}
      />
    );
  }
  return <Story {...props} selection={selection} key={`${selection.node?.id}${selection.edge?.id}`} />;
};

const Story = (props: Parameters<typeof Inspector>[0] & { readonly selection: Selection }): ReactNode => {
  const { selection, trace, answer, view } = props;
  const { node, edge, concept, id } = selection;
  const inspected = useQuery(InspectDocument, concept === undefined || id === undefined ? undefined : { concept, id });
  const facts = inspected.phase === 'ready' ? inspected.data.node : undefined;
  const kindNames = useKindNames();
  const title = node?.name ?? (edge === undefined ? '' : edgeName(view, edge));
  const tone = node?.tone ?? edge?.tone ?? 'unknown';
  const status = node?.status ?? edge?.status ?? '';
  const ids = node?.restrictions ?? edge?.restrictions ?? [];
  const restrictions = ids
    .flatMap((each) => answer.restrictions.find((entry) => entry.restriction.id === each) ?? [])
    .toSorted((a, b) => tones.indexOf(restrictionTone(a)) - tones.indexOf(restrictionTone(b)));
  const step = nextStep({
    node,
    edge,
    restrictions,
    system: answer.systems.find((entry) => viewId('system', entry.system.id) === node?.id),
    custodian: custodianOf(facts),
  });
  return (
    <div className="story">
      <header>
        <h2>{title}</h2>
        <p className="quiet">{subtitleOf(selection, facts ?? undefined, kindNames)}</p>
        <p className="story-status">
          {node?.glyph === false ? null : <ToneGlyph tone={tone} />}
          <span>{status}</span>
        </p>
        <p>{node?.lead ?? edge?.lead}</p>
      </header>
      {node?.kind === 'group' ? (
        <section>
          <h3>Inside</h3>
          <p>{node.members.length} folded together.</p>
          <button type="button" className="button" onClick={() => props.onOpenGroup(node.id)}>
            Show them all in the picture
          </button>
        </section>
      ) : null}
      {edge !== undefined && edge.members.length > 1 ? (
        <section>
          <h3>Flows in this line</h3>
          <ul className="plain">
            {answer.flows
              .filter((entry) => edge.members.includes(entry.flow.id))
              .map((entry) => (
                <li key={entry.flow.id}>
                  {entry.flow.name}
                  {entry.flow.protocol ? <span className="quiet"> · {entry.flow.protocol}</span> : null}
                </li>
              ))}
          </ul>
        </section>
      ) : null}
      {restrictions.length === 0 ? null : (
        <section>
          <h3>What restricts it</h3>
          {restrictions.map((entry) => (
            <RestrictionCard key={entry.restriction.id} entry={entry} asOf={trace.asOf} onSelect={props.onSelect} />
          ))}
        </section>
      )}
      {node?.kind === 'system' ? (
        <SystemLines answer={answer} view={view} node={node} onSelect={props.onSelect} />
      ) : null}
      <OtherChannels trace={trace} answer={answer} view={view} selection={selection} onSelect={props.onSelect} />
      {step === undefined ? null : (
        <section className="next-step">
          <h3>Next step</h3>
          <p>{step}</p>
        </section>
      )}
      {node?.kind === 'system' || node?.kind === 'channel' ? (
        <p>
          <Link
            href={`/map?around=${encodeURIComponent(node.id)}&class=${encodeURIComponent(trace.dataClass.id)}&overlay=class`}
          >
            Show on the map
          </Link>
        </p>
      ) : null}
      {concept === undefined || id === undefined ? null : <WhatIfLinks concept={concept} id={id} />}
      {node?.kind === 'audience' ? <HowReleased trace={trace} only={inventoryId(node.id)} /> : null}
      {concept === undefined ? null : inspected.phase === 'failed' ? (
        <FailedNotice
          title="Where this comes from could not be fetched."
          message={inspected.error.message}
          onRetry={inspected.retry}
        />
      ) : inspected.phase !== 'ready' ? (
        <Notice kind="loading" title="Fetching where this comes from." />
      ) : facts === null || facts === undefined ? (
        <Notice kind="empty" title="The inventory has no more facts on this." />
      ) : (
        <>
          <FactsOf facts={facts} />
          <HistoryOf facts={facts} />
        </>
      )}
    </div>
  );
};

const custodianOf = (facts: unknown): string | undefined => {
  const { custodian, system } = (facts ?? {}) as { custodian?: string | null; system?: { custodian?: string | null } };
  return custodian ?? system?.custodian ?? undefined;
};
