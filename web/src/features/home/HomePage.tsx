import { useEffect, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { HomeQuery } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, StaleNotice } from '../../ui/standard-notices.tsx';
import { HomeDocument } from './documents.ts';

const firstPage = { after: null };

/** What the inventory holds, and every data class as a link to its trace. */
export const HomePage = (): ReactNode => {
  const query = useQuery(HomeDocument, firstPage, { keep: true });
  useEffect(() => {
    document.title = 'EHI Atlas';
  }, []);
  return (
    <main className="home" id="main">
      {query.phase === 'ready' ? (
        <Inventory data={query.data} trouble={query.trouble?.message} onRetry={query.retry} />
      ) : query.phase === 'failed' ? (
        <>
          <h1>EHI Atlas</h1>
          <FailedNotice
            title="The inventory could not be fetched."
            message={query.error.message}
            onRetry={query.retry}
          />
        </>
      ) : (
        <>
          <h1>EHI Atlas</h1>
          <Notice kind="loading" title="Fetching the inventory.">
            {query.phase === 'loading' && query.trouble !== undefined
              ? `${query.trouble.message} Trying again.`
              : undefined}
          </Notice>
        </>
      )}
    </main>
  );
};

const shownConcepts: readonly (readonly [string, string, string])[] = [
  ['SYSTEM', 'system', 'systems'],
  ['DATA_CLASS', 'data class or element', 'data classes and elements'],
  ['FLOW', 'flow', 'flows'],
  ['ACCESS_CHANNEL', 'access channel', 'access channels'],
  ['RESTRICTION', 'restriction', 'restrictions'],
  ['BASIS_CLAIM', 'basis claim', 'basis claims'],
];

const Inventory = (props: {
  readonly data: HomeQuery;
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}): ReactNode => {
  const { inventory, dataClasses } = props.data;
  const countOf = new Map(inventory.counts.map((entry) => [entry.concept as string, entry.count]));
  const domains = byDomain(dataClasses.nodes);
  return (
    <>
      <h1>{inventory.name ?? 'EHI Atlas'}</h1>
      <p className="sentence">
        Choose a data class to see where it originates, every path that releases or restricts it, and what has no
        documented exception.
      </p>
      {props.trouble === undefined ? null : <StaleNotice message={props.trouble} onRetry={props.onRetry} />}
      <dl className="counts" aria-label="What the inventory holds">
        {shownConcepts.map(([concept, one, many]) => (
          <div key={concept}>
            <dt>{(countOf.get(concept) ?? 0) === 1 ? one : many}</dt>
            <dd>{(countOf.get(concept) ?? 0).toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">Live today, at inventory revision {inventory.revision}.</p>
      <p>
        <Link href="/matrix">What each channel releases: the coverage matrix</Link>, class by class and for whom.
      </p>
      <p>
        <Link href="/findings">What wants attention: the findings</Link>, with their owners and what became of them.
      </p>
      {domains.length === 0 ? (
        <Notice kind="empty" title="There are no data classes yet.">
          Load an inventory to begin: <code>npm run -s atlas -- load seeds/regional-hospital</code>, or write your own
          folder as <code>docs/inventory-format.md</code> describes.
        </Notice>
      ) : null}
      {dataClasses.totalCount > dataClasses.nodes.length ? (
        <Notice
          kind="partial"
          title={`The first ${dataClasses.nodes.length} of ${counted(dataClasses.totalCount, 'data class', 'data classes')}.`}
        >
          Search finds the others.
        </Notice>
      ) : null}
      <div className="domains">
        {domains.map((domain) => (
          <section key={domain.id} aria-labelledby={`domain-${domain.id}`}>
            <h2 id={`domain-${domain.id}`}>
              {domain.name} <span className="quiet">{counted(domain.classes.length, 'class', 'classes')}</span>
            </h2>
            <ul className="plain">
              {domain.classes.map((entry) => (
                <li key={entry.id}>
                  <Link href={`/trace?class=${encodeURIComponent(entry.id)}`}>{entry.name}</Link>
                  <span className="quiet">
                    {[entry.uscdi ? `USCDI ${entry.uscdi}` : '', shortDrs[entry.drsStatus] ?? '']
                      .filter((each) => each !== '')
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
};

const shortDrs: Readonly<Record<string, string>> = {
  UNDECIDED: 'record set undecided',
  EXCLUDED: 'excluded',
  NO: 'not in the record set',
};

type ClassNode = HomeQuery['dataClasses']['nodes'][number];

interface Domain {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly ClassNode[];
}

/** The classes under the domain they are part of, both by name; those of no domain come last. */
const byDomain = (classes: readonly ClassNode[]): readonly Domain[] => {
  const domains = new Map<string, { id: string; name: string; classes: ClassNode[] }>();
  for (const entry of classes) {
    const id = entry.partOf?.id ?? '';
    const domain = domains.get(id) ?? {
      id: id === '' ? 'none' : id,
      name: entry.partOf?.name ?? 'Of no domain',
      classes: [],
    };
    domain.classes.push(entry);
    domains.set(id, domain);
  }
  return [...domains.values()].toSorted(
    (a, b) => Number(a.id === 'none') - Number(b.id === 'none') || a.name.localeCompare(b.name),
  );
};
