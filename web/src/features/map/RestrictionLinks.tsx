import type { ReactNode } from 'react';
import type { MapRestrictionsQuery } from '../../gql/graphql.ts';
import type { MapBox } from '../../graph-model/map/map-view.ts';
import { documentationWords } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';

type Inspected = NonNullable<MapRestrictionsQuery['node']>;

/** The restrictions on a thing, each with how it is documented and the way to its page. */
export const RestrictionLinks = ({ node }: { readonly node: Inspected | undefined }): ReactNode => {
  if (node === undefined) return <p className="quiet">Fetching them.</p>;
  if (!('restrictions' in node)) return null;
  const { nodes, totalCount } = node.restrictions;
  return (
    <ul className="plain">
      {nodes.map((each) => (
        <li key={each.id}>
          <Link href={`/restriction?id=${encodeURIComponent(each.id)}`}>{each.name}</Link>{' '}
          <span className={each.documentation === 'NONE' ? 'loud' : 'quiet'}>
            {documentationWords(each.documentation)}
          </span>
        </li>
      ))}
      {totalCount > nodes.length ? <li className="quiet">and {totalCount - nodes.length} more on its record</li> : null}
    </ul>
  );
};

const most = 12;

/** The classes that a thing holds, releases or carries, each with the way to its trace. */
export const ClassLinks = ({ node, box }: { readonly node: Inspected; readonly box?: MapBox }): ReactNode => {
  const classes =
    'holds' in node
      ? node.holds.map(({ dataClass }) => dataClass)
      : 'releases' in node
        ? node.releases.map(({ dataClass }) => dataClass)
        : 'carries' in node
          ? node.carries.map(({ dataClass }) => dataClass)
          : [];
  const title = 'holds' in node ? 'Holds' : 'releases' in node ? 'Releases' : 'Carries';
  const select = box === undefined ? '' : `&sel=${encodeURIComponent(box.id)}`;
  return (
    <section>
      <h3>
        {title} ({classes.length})
      </h3>
      {classes.length === 0 ? <p className="quiet">No data class is recorded here yet.</p> : null}
      <ul className="plain">
        {classes.slice(0, most).map((each) => (
          <li key={each.id}>
            <Link href={`/trace?class=${encodeURIComponent(each.id)}${select}`}>{each.name}</Link>
          </li>
        ))}
        {classes.length > most ? <li className="quiet">and {classes.length - most} more on its record</li> : null}
      </ul>
    </section>
  );
};
