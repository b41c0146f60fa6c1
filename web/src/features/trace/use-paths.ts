import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import type { ApiFailure } from '../../api/failure.ts';
import { PathsDocument } from './documents.ts';
import { joinPage, noPages, type PathPages } from './path-pages.ts';
import type { PathData, TraceData, TraceQuestion } from './trace-data.ts';
import type { PathTab } from './use-trace-params.ts';

const pageSize = 20;

/** The size of the pages in which the path an address names is looked for, and the most of them fetched unasked. */
const searchSize = 200;
const searchedPages = 10;

/** The paths fetched so far. `hasMore` when more follow; `more` fetches the next page, or tries again what failed. */
export interface PathList {
  readonly paths: readonly PathData[];
  readonly loading: boolean;
  readonly hasMore: boolean;
  readonly error: ApiFailure | undefined;
  readonly more: () => void;
}

/**
 * The paths of the answer shown, page by page as they are asked for, anew when `asked`, the question of that answer, changes. A page read from
 * another revision than the trace is dropped, and `onOtherRevision` asks for the trace again. When the same question was answered anew because the
 * inventory changed, as many paths as were there are fetched again, and those stay in view until they come.
 */
export const usePaths = (
  trace: TraceData,
  asked: TraceQuestion,
  tab: PathTab,
  sought: string | undefined,
  onOtherRevision: () => void,
): PathList => {
  const [pages, setPages] = useState(noPages);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<ApiFailure>();
  const abort = useRef<AbortController>(undefined);
  const waiting = useRef(false);
  const { revision } = trace;
  const part = trace.answer?.id;
  const { dataClass, audience, channel, asOf, rulePack } = asked;
  const question = JSON.stringify([dataClass, audience, channel, asOf, rulePack, tab, part]);
  const key = `${question} ${revision}`;
  const shown = useRef({ question, count: 0 });

  const fetchPage = useCallback(
    (from: PathPages, first: number) => {
      if (part === undefined) return;
      abort.current?.abort();
      const own = new AbortController();
      abort.current = own;
      waiting.current = false;
      setLoading(true);
      setError(undefined);
      const asking = {
        dataClass,
        part,
        audience: audience ?? null,
        channel: channel ?? null,
        asOf: asOf ?? null,
        rulePack: rulePack ?? null,
      };
      const variables = { ...asking, ...filterOf(tab), first, after: from.cursor ?? null };
      client(PathsDocument, variables, { signal: own.signal }).then(
        (result) => {
          if (own.signal.aborted) return;
          const joined = result.ok ? joinPage(from, result.value.tracePaths, revision) : from;
          if (joined === undefined) {
            // The inventory has changed since the trace was made: it comes anew, and its paths with it.
            waiting.current = true;
            onOtherRevision();
            return;
          }
          setLoading(false);
          if (result.ok) setPages(joined);
          else setError(result.error);
        },
        () => undefined,
      );
    },
    // The key stands for all parts of the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, onOtherRevision],
  );

  useEffect(() => {
    const isSame = shown.current.question === question;
    if (!isSame) setPages(noPages);
    fetchPage(noPages, isSame ? Math.min(searchSize, Math.max(pageSize, shown.current.count)) : pageSize);
    shown.current.question = question;
    return () => abort.current?.abort();
    // The question is part of what makes another fetchPage.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fetchPage]);

  useEffect(() => {
    // The trace came again at the revision it had: a server that lags behind another. The paths may have caught up.
    if (waiting.current) fetchPage(noPages, pageSize);
  }, [trace, fetchPage]);

  useEffect(() => {
    const missing = sought !== undefined && !pages.paths.some((path) => path.id === sought);
    if (missing && pages.count > 0 && pages.hasMore && !loading && error === undefined && pages.count < searchedPages)
      fetchPage(pages, searchSize);
  }, [sought, pages, loading, error, fetchPage]);

  shown.current.count = pages.paths.length;
  const more = useCallback(() => fetchPage(pages, pageSize), [fetchPage, pages]);
  return { paths: pages.paths, loading, hasMore: pages.hasMore, error, more };
};

interface PathFilter {
  readonly status: 'RELEASED' | 'LIMITED' | 'STOPPED' | null;
  readonly undocumented: boolean | null;
  readonly incomplete: boolean | null;
}

const every: PathFilter = { status: null, undocumented: null, incomplete: null };

const filterOf = (tab: PathTab): PathFilter => {
  switch (tab) {
    case 'all':
      return every;
    case 'released':
      return { ...every, status: 'RELEASED' };
    case 'limited':
      return { ...every, status: 'LIMITED' };
    case 'stopped':
      return { ...every, status: 'STOPPED' };
    case 'undocumented':
      return { ...every, undocumented: true };
    case 'incomplete':
      return { ...every, incomplete: true };
  }
};
