import { useEffect, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { RulePacksQuery } from '../../gql/graphql.ts';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { RulePacksDocument } from './documents.ts';
import { Differences } from './Differences.tsx';

export type Pack = RulePacksQuery['rulePacks'][number];

const noVariables = {};

/** The rule packs that restrictions are judged by: what differs between two of them, and every condition with its paragraph and how well its text is known. */
export const RulesPage = (): ReactNode => {
  const query = useQuery(RulePacksDocument, noVariables, { fixed: true });
  useEffect(() => {
    document.title = 'Rule packs · EHI Atlas';
  }, []);
  if (query.phase === 'failed') {
    return (
      <LonePage>
        <FailedNotice
          title="The rule packs could not be fetched."
          message={query.error.message}
          onRetry={query.retry}
        />
      </LonePage>
    );
  }
  if (query.phase !== 'ready') {
    return (
      <LonePage>
        <Notice kind="loading" title="Fetching the rule packs." />
      </LonePage>
    );
  }
  return <Rules packs={query.data.rulePacks} />;
};

const Rules = ({ packs }: { readonly packs: readonly Pack[] }): ReactNode => {
  const url = useLocation();
  const standard = packs.find(({ isStandard }) => isStandard)?.id ?? '';
  const other = packs.find(({ isStandard }) => !isStandard)?.id ?? standard;
  const from = url.searchParams.get('from') ?? standard;
  const to = url.searchParams.get('to') ?? other;
  const asOf = url.searchParams.get('asOf') ?? '';
  const go = (key: string, value: string): void => {
    const params = new URLSearchParams(location.search);
    if (value === '') params.delete(key);
    else params.set(key, value);
    navigate(`/rules?${params.toString()}`);
  };
  const choose = (label: string, key: string, value: string): ReactNode => (
    <label>
      {label}
      <select value={value} onChange={(event) => go(key, event.target.value)}>
        {packs.map((pack) => (
          <option key={pack.id} value={pack.id}>
            {pack.id}
            {pack.status === 'PROPOSED' ? ' (proposed)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <main className="home" id="main">
      <h1>Rule packs</h1>
      <p className="sentence">
        The conditions of 45 CFR Part 171 as dated data. A proposed pack judges nothing unless it is asked for.{' '}
        {statement}
      </p>
      <section className="sheet">
        <h2>What differs between two packs</h2>
        <div className="judged-by" role="group" aria-label="Compare">
          {choose('From', 'from', from)}
          {choose('To', 'to', to)}
          <label>
            As of
            <input type="date" value={asOf} onChange={(event) => go('asOf', event.target.value)} />
          </label>
        </div>
        <Differences from={from} to={to} asOf={asOf === '' ? null : asOf} />
      </section>
      {packs.map((pack) => (
        <PackTold key={pack.id} pack={pack} />
      ))}
    </main>
  );
};

const PackTold = ({ pack }: { readonly pack: Pack }): ReactNode => {
  const leaves = pack.exceptions.flatMap((exception) => exception.leaves);
  const open = leaves.filter(({ unverified }) => unverified).length;
  return (
    <section className="sheet">
      <h2>{pack.title}</h2>
      <p className="quiet">
        {pack.id} ·{' '}
        {pack.status === 'PROPOSED' ? 'proposed, in force nowhere' : `in force from ${pack.effectiveFrom ?? ''}`} · data
        of {pack.version}
        {pack.overlays ? ` · would change ${pack.overlays}` : ''}
      </p>
      <p>{pack.note}</p>
      <p>
        {counted(leaves.length, 'condition')}; the text of {open} is not yet verified.
      </p>
      {pack.exceptions.map((exception) => {
        const unverified = exception.leaves.filter((leaf) => leaf.unverified).length;
        return (
          <details key={exception.id}>
            <summary>
              <strong>{exception.id}</strong> {exception.cite.join(', ')} ·{' '}
              {counted(exception.leaves.length, 'condition')}
              {unverified === 0 ? '' : `, ${unverified} not yet verified`}
              {exception.legalReview ? ' · reliance always goes to counsel' : ''}
            </summary>
            <div className="tables" role="region" aria-label={`Conditions of ${exception.id}`} tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Condition</th>
                    <th scope="col">Question</th>
                    <th scope="col">Text</th>
                  </tr>
                </thead>
                <tbody>
                  {exception.leaves.map((leaf) => (
                    <tr key={leaf.condition}>
                      <th scope="row">{leaf.cite.join(', ')}</th>
                      <td>{leaf.question}</td>
                      <td>
                        {leaf.unverified ? (
                          <strong className="unverified">not yet verified</strong>
                        ) : (
                          leaf.mark.join(', ')
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        );
      })}
    </section>
  );
};
