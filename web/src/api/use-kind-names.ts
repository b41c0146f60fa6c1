import { useEffect, useState } from 'react';
import { graphql } from '../gql/index.ts';
import { client } from './client.ts';

const KindNamesDocument = graphql(`
  query KindNames {
    catalogue {
      systemKinds {
        id
        name
      }
      channels {
        id
        name
      }
    }
  }
`);

type KindNames = ReadonlyMap<string, string>;

const none: KindNames = new Map();
let known: Promise<KindNames | undefined> | undefined;

/** The names of kinds of systems and channels by their catalogue codes; empty until they are there. Fetched once for the life of the page. */
export const useKindNames = (): KindNames => {
  const [names, setNames] = useState(none);
  useEffect(() => {
    let current = true;
    known ??= fetchNames();
    known.then(
      (found) => {
        if (found === undefined) known = undefined;
        else if (current) setNames(found);
      },
      () => undefined,
    );
    return () => void (current = false);
  }, []);
  return names;
};

const fetchNames = async (): Promise<KindNames | undefined> => {
  const result = await client(KindNamesDocument, {}, { signal: new AbortController().signal });
  if (!result.ok) return undefined;
  const { systemKinds, channels } = result.value.catalogue;
  return new Map([...systemKinds, ...channels].map(({ id, name }) => [id, name]));
};
