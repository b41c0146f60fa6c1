/** Why a file is not read. */
export type RefusalReason =
  'EMPTY' | 'TOO_LARGE' | 'NOT_UTF8' | 'XML' | 'NOT_JSON' | 'TOO_DEEP' | 'NOT_SUPPORTED' | 'MALFORMED' | 'UNREADABLE';

/** A file an importer refuses, with the place and how to mend it. `line` and `column` count from 1. Nothing was written. */
export interface ArtefactRefused {
  readonly type: 'ArtefactRefused';
  readonly reason: RefusalReason;
  readonly file: string;
  readonly message: string;
  readonly mend: string;
  readonly line?: number;
  readonly column?: number;
  /** What can be imported, for people, when the file is of no known kind: a list, to be shown as one. */
  readonly kinds?: readonly string[];
}
