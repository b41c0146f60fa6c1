import type { ReactNode } from 'react';
import type { HomeQuery } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Every data class as a link to its trace, under the domain it is part of. */
export const ClassesToTrace = (props: { readonly classes: HomeQuery['dataClasses'] }): ReactNode => {
  const { classes } = props;
  const domains = byDomain(classes.nodes);
  return (
    <>
      <h2 id="classes">Choose a data class to trace</h2>
      {classes.totalCount > classes.nodes.length ? (
        <Notice
          kind="partial"
          title={`The first ${classes.nodes.length} of ${counted(classes.totalCount, 'data class', 'data classes')}.`}
        >
          <Link href="/list?concept=DATA_CLASS&level=CLASS">All of them as a list</Link>, or search for one.
        </Notice>
      ) : null}
      <div className="domains">
        {domains.map((domain) => (
          <section key={domain.id} aria-labelledby={`domain-${domain.id}`}>
            <h3 id={`domain-${domain.id}`}>
              {domain.name} <span className="quiet">{counted(domain.classes.length, 'class', 'classes')}</span>
            </h3>
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
