import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { statement } from '../../graph-model/statement.ts';
import { restrictionTone } from '../../graph-model/tone.ts';
import { WhatIfLinks } from '../../editing/WhatIfLinks.tsx';
import { useAnnounce } from '../../ui/live.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage, StaleNotice } from '../../ui/standard-notices.tsx';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { ClaimForm, type ExceptionChoice } from './ClaimForm.tsx';
import { ClaimSection } from './ClaimSection.tsx';
import { HistoryList } from './HistoryList.tsx';
import { RestrictionFacts } from './RestrictionFacts.tsx';
import {
  isOver,
  type BookData,
  type ClaimData,
  type NameOf,
  type PackData,
  type RestrictionData,
} from './story-data.ts';
import { useStory, type StoryData } from './use-story.ts';
import { VerdictParts } from './VerdictParts.tsx';

/** The whole story of one restriction, to be read, filled in and printed: what it does, what it comes to and why, every claim with its checklist, its history. */
export const RestrictionPage = (): ReactNode => {
  const url = useLocation();
  const id = url.searchParams.get('id') ?? '';
  const asOf = url.searchParams.get('asOf');
  const rulePack = url.searchParams.get('pack');
  const { state, retry } = useStory(id, asOf, rulePack);
  const name = state.phase === 'ready' ? state.data.restriction.name : undefined;
  useEffect(() => {
    document.title = `${name ?? 'Restriction'} · EHI Atlas`;
  }, [name]);
  switch (state.phase) {
    case 'failed':
      return (
        <LonePage>
          <FailedNotice title="The restriction could not be fetched." message={state.message} onRetry={retry} />
        </LonePage>
      );
    case 'loading':
      return (
        <LonePage>
          <Notice kind="loading" title="Fetching the restriction." />
        </LonePage>
      );
    case 'missing':
      return (
        <LonePage>
          <Notice kind="empty" title="The inventory has no such restriction.">
            Search for it above by name, or choose one from the <Link href="/findings">findings</Link>.
          </Notice>
        </LonePage>
      );
    case 'ready':
      return <Story key={state.data.restriction.id} data={state.data} trouble={state.trouble} onRetry={retry} />;
  }
};

const Story = (props: {
  readonly data: StoryData;
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}): ReactNode => {
  const { data, onRetry } = props;
  const { restriction, book } = data;
  const { verdict } = restriction;
  const announce = useAnnounce();
  const [claiming, setClaiming] = useState<{ readonly supersedes: ClaimData | undefined }>();
  const [opened, setOpened] = useState<string>();
  const nameOf = namesOf(book);
  const claims = data.claims.toSorted(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || (a.claimedAt < b.claimedAt ? 1 : -1),
  );
  const onChanged = useCallback(
    (words: string) => {
      if (words !== '') announce(words);
      onRetry();
    },
    [announce, onRetry],
  );
  return (
    <main className="home restriction-page" id="main">
      <header className="restriction-head">
        <div>
          <p className="quiet">Restriction</p>
          <h1>{restriction.name}</h1>
          <p className="with-glyph sentence">
            <ToneGlyph
              tone={restrictionTone({
                restriction,
                place: 'MET',
                audiences: [],
                documentation: verdict.documentation,
                verdict: verdict.verdict,
              })}
              size={24}
            />
            <span>{verdict.sentence}</span>
          </p>
          {restriction.description ? <p>{restriction.description}</p> : null}
        </div>
        <JudgedBy packs={book.rulePacks} restriction={restriction} />
      </header>
      {props.trouble === undefined ? null : <StaleNotice message={props.trouble} onRetry={onRetry} />}
      <section className="sheet">
        <h2>What it does</h2>
        <RestrictionFacts restriction={restriction} nameOf={nameOf} />
        <WhatIfLinks concept="RESTRICTION" id={restriction.id} />
        <p>
          <Link href={releaseHref(restriction)}>How could what it holds back be released?</Link>
        </p>
      </section>
      <section className="sheet">
        <h2>What it comes to</h2>
        <VerdictParts restriction={restriction} verdict={verdict} />
        <p className="quiet">
          As of {verdict.asOf}, rule pack {verdict.rulePack}, data of {verdict.rulePackVersion}. {statement}
        </p>
      </section>
      <section className="sheet">
        <div className="row spread">
          <h2>Claims</h2>
          {claiming === undefined ? (
            <OnlyNow>
              <button type="button" className="button primary" onClick={() => setClaiming({ supersedes: undefined })}>
                Claim a basis
              </button>
            </OnlyNow>
          ) : null}
        </div>
        {claiming === undefined ? null : (
          <ClaimForm
            key={claiming.supersedes?.id ?? 'new'}
            restriction={restriction.id}
            rulePack={verdict.rulePack}
            choices={choicesOf(book, restriction)}
            supersedes={claiming.supersedes}
            onCancel={() => setClaiming(undefined)}
            onClaimed={(id) => {
              setClaiming(undefined);
              setOpened(id);
              onChanged('Claimed as a draft.');
            }}
          />
        )}
        {claims.length === 0 && claiming === undefined ? (
          <Notice kind="empty" title="No claim is recorded: no documented exception.">
            Claim the exception or the law on which it rests, answer its conditions, then have a second person decide.
          </Notice>
        ) : null}
        {claims.map((claim, index) => (
          <ClaimSection
            key={claim.id}
            claim={claim}
            verdict={verdict}
            packs={book.rulePacks}
            nameOf={nameOf}
            open={claim.id === opened || (opened === undefined && index === 0 && !isOver(claim))}
            onChanged={onChanged}
            onSupersede={(old) => setClaiming({ supersedes: old })}
          />
        ))}
        {data.moreClaims ? <p>These are the first {claims.length} claims; there are more.</p> : null}
      </section>
      <section className="sheet">
        <h2>History of the record</h2>
        <HistoryList entries={restriction.history} />
      </section>
      <p className="quiet print-only">
        Printed from EHI Atlas. As of {verdict.asOf}, rule pack {verdict.rulePack}. {statement}
      </p>
    </main>
  );
};

/** On which day and by which rule pack it is judged; both stand in the address. */
const JudgedBy = (props: { readonly packs: readonly PackData[]; readonly restriction: RestrictionData }): ReactNode => {
  const { verdict, id } = props.restriction;
  const go = (change: Readonly<Record<string, string>>): void => {
    const params = new URLSearchParams(location.search);
    params.set('id', id);
    for (const [key, value] of Object.entries(change)) {
      if (value === '') params.delete(key);
      else params.set(key, value);
    }
    navigate(`/restriction?${params.toString()}`);
  };
  return (
    <div className="judged-by no-print" role="group" aria-label="Judged">
      <label>
        As of
        <input type="date" value={verdict.asOf} onChange={(event) => go({ asOf: event.target.value })} />
      </label>
      <label>
        Rule pack
        <select value={verdict.rulePack} onChange={(event) => go({ pack: event.target.value })}>
          {props.packs.map((pack) => (
            <option key={pack.id} value={pack.id}>
              {pack.id}
              {pack.status === 'PROPOSED' ? ' (proposed)' : ''}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => globalThis.print()}>
        Print
      </button>
    </div>
  );
};

const namesOf = ({ catalogue, rulePacks }: BookData): NameOf => {
  const { practices, purposes, exceptions } = catalogue;
  const names = new Map([...practices, ...purposes, ...exceptions].map((entry) => [entry.id, entry.name]));
  const parts = rulePacks.flatMap((pack) =>
    pack.exceptions.map((exception) => [exception.id, exception.cite[0] ?? ''] as const),
  );
  return (code) => names.get(code) ?? parentName(names, parts, code);
};

/** A part of an exception that can be claimed by itself has the name of the whole and its own paragraph. */
const parentName = (
  names: ReadonlyMap<string, string>,
  parts: readonly (readonly [string, string])[],
  code: string,
): string => {
  const cite = parts.find(([id]) => id === code)?.[1];
  const parent = [...names].find(([id]) => code.startsWith(`${id}-`));
  return parent === undefined ? code : `${parent[1]}${cite === undefined ? '' : ` (${cite})`}`;
};

const choicesOf = (book: BookData, { practice }: RestrictionData): readonly ExceptionChoice[] => {
  const worth = book.catalogue.practices.find(({ id }) => id === practice)?.exceptions ?? [];
  return book.catalogue.exceptions.map(({ id, name }) => ({
    id,
    name: `${name} (${id})`,
    plausible: worth.includes(id),
  }));
};

/** Which changes would release what it holds back: of the first class and to the first audience it names, where it names any. */
const releaseHref = ({ limits, audiences }: RestrictionData): string => {
  const search = new URLSearchParams({ page: 'release' });
  if (limits[0] !== undefined) search.set('class', limits[0].id);
  if (audiences[0] !== undefined) search.set('audience', audiences[0].id);
  return `/what-if?${search.toString()}`;
};
