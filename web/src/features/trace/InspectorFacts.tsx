import type { ReactNode } from 'react';
import { useSourceWords } from '../../api/use-source-words.ts';
import type { InspectQuery } from '../../gql/graphql.ts';
import { kindName, saysKind, type KindNames } from '../../graph-model/catalogue-words.ts';
import type { Selection } from './selection.ts';

type Facts = NonNullable<InspectQuery['node']>;

const gradeWords: Readonly<Record<string, string>> = {
  ASSERTED: 'Asserted: a person says so',
  DOCUMENTED: 'Documented: a document says so',
  ADVERTISED: 'Advertised: a system says so of itself',
  OBSERVED: 'Observed in a running configuration',
  TESTED: 'Tested',
};

/** What kind of thing is selected, in a few words. */
export const subtitleOf = (selection: Selection, facts: Facts | undefined, kindNames: KindNames): string => {
  const { node, edge } = selection;
  if (node?.kind === 'group') return 'Folded together';
  if (node?.kind === 'audience') return 'Audience';
  const kind =
    edge === undefined ? { system: 'System', channel: 'Access channel' }[node?.kind ?? 'system'] : lineWords[edge.kind];
  if (facts === undefined) return kind ?? '';
  if (facts.__typename === 'System') {
    return [kindOf(facts, kindNames) ?? kind, facts.vendor, facts.product, facts.custodian].filter(Boolean).join(' · ');
  }
  if (facts.__typename === 'AccessChannel')
    return [kind, kindOf(facts, kindNames), ...facts.standards, facts.system.name].filter(Boolean).join(' · ');
  if (facts.__typename === 'Flow')
    return [kind, facts.protocol, facts.trigger, facts.schedule].filter(Boolean).join(' · ');
  return kind ?? '';
};

/** The catalogue's name of its kind, unless its own name says it. */
const kindOf = (facts: { readonly kind: string; readonly name: string }, names: KindNames): string | undefined => {
  const found = kindName(facts.kind, names);
  return saysKind(facts.name, found) ? undefined : found;
};

const lineWords = {
  flow: 'Flow',
  serves: 'System and the channel it serves',
  outcome: 'What a channel does for an audience',
} as const;

/** Where the facts come from: who says so, how well it is known, and since when. */
export const FactsOf = ({ facts }: { readonly facts: Facts }): ReactNode => (
  <section>
    <h3>Where this comes from</h3>
    {facts.description ? <p>{facts.description}</p> : null}
    <dl className="facts">
      <dt>Source</dt>
      <dd>
        <SourceOf source={facts.source} />
      </dd>
      <dt>Grade</dt>
      <dd>{gradeWords[facts.grade] ?? facts.grade}</dd>
      <dt>Recorded</dt>
      <dd>{day(facts.recordedAt)}</dd>
      {facts.startedOn ? (
        <>
          <dt>Since</dt>
          <dd>{facts.startedOn}</dd>
        </>
      ) : null}
      {facts.endedOn ? (
        <>
          <dt>Ended</dt>
          <dd>
            {facts.endedOn}
            {facts.endReason ? `: ${facts.endReason}` : ''}
          </dd>
        </>
      ) : null}
    </dl>
  </section>
);

const SourceOf = ({ source }: { readonly source: string }): ReactNode => useSourceWords(source);

/** What happened to it, newest first. */
export const HistoryOf = ({ facts }: { readonly facts: Facts }): ReactNode => (
  <section>
    <h3>History</h3>
    <ol className="plain history">
      {facts.history.map((change) => (
        <li key={change.revision}>
          <span className="quiet">
            Revision {change.revision} · {day(change.at)} · {change.actor}
          </span>
          <br />
          {actionWords[change.action] ?? change.action.toLowerCase()}
          {change.action === 'UPDATE' && change.changedFields.length > 0 ? `: ${change.changedFields.join(', ')}` : ''}
          {change.reason ? ` (${change.reason})` : ''}
        </li>
      ))}
    </ol>
  </section>
);

const actionWords: Readonly<Record<string, string>> = { CREATE: 'Recorded', UPDATE: 'Changed', END: 'Ended' };
const day = (instant: string): string => instant.slice(0, 10);
