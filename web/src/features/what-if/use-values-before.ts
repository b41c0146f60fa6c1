import { useCallback, useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { EditedThingDocument } from '../../editing/documents.ts';
import { valuesOf, type FormValues } from '../../editing/form-values.ts';
import type { ThingKey } from '../../editing/input-values.ts';
import type { ChangeRow } from './change-rows.ts';

/** What the things of some changes say now, as far as it is known; nothing is fetched where `isAsked` is false. */
export const useValuesBefore = (
  rows: readonly ChangeRow[],
  isAsked: boolean,
): ((thing: ThingKey) => FormValues | undefined) => {
  const [found, setFound] = useState<ReadonlyMap<string, FormValues>>(new Map());
  const wanted = rows.flatMap((row) =>
    row.kind === 'change' && row.read.kind === 'change'
      ? [{ concept: row.read.concept, id: row.read.id, revision: row.read.revision }]
      : [],
  );
  const key = JSON.stringify(isAsked ? wanted : []);
  useEffect(() => {
    const abort = new AbortController();
    const fetchAll = async (): Promise<void> => {
      const things = JSON.parse(key) as typeof wanted;
      const all = await Promise.all(
        things.map(async ({ concept, id }) => {
          const result = await client(EditedThingDocument, { concept, id }, { signal: abort.signal });
          return result.ok && result.value.node
            ? [[`${concept} ${id}`, valuesOf(concept, result.value.node)] as const]
            : [];
        }),
      );
      setFound(new Map(all.flat()));
    };
    fetchAll().catch(() => undefined);
    return () => abort.abort();
  }, [key]);
  return useCallback(({ concept, id }: ThingKey) => found.get(`${concept} ${id}`), [found]);
};
