import type { Change } from '../../domain/model/change.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ChangeRow } from '../queries/change-row.ts';
import type { Properties } from '../queries/concept-rows.ts';

/** The properties of a log entry's node: documents as canonical JSON, and which commit wrote it. */
export const toChangeRow = (change: Change, commitId: string): Properties => {
  const { before, after, reason, ...plain } = change;
  return {
    ...plain,
    after: canonicalJson(after),
    commitId,
    ...(before === null ? {} : { before: canonicalJson(before) }),
    ...(reason === undefined ? {} : { reason }),
  };
};

/** The log entry that a node was written from. */
export const toChange = ({ change }: ChangeRow): Change => {
  const { before, after, commitId: _commitId, ...plain } = change;
  return {
    ...(plain as unknown as Omit<Change, 'before' | 'after'>),
    before: before === undefined ? null : (JSON.parse(String(before)) as unknown),
    after: JSON.parse(String(after)) as unknown,
  };
};
