import type { ApiFailure } from '../../api/failure.ts';
import type { ImportColumnsQuery, ImportPhase, ImportReportQuery } from '../../gql/graphql.ts';
import type { Upload } from './upload-file.ts';

/** What an import did, or would do. */
export type ReportData = NonNullable<NonNullable<ImportReportQuery['importJob']>['report']>;

/** What the columns of a list are taken for. */
export type ColumnsData = NonNullable<ImportColumnsQuery['importColumns']>;

/** What a person says of a file beside what it says itself. Empty texts say nothing; no `columns`: as proposed. */
export interface Said {
  readonly systemName: string;
  readonly origin: string;
  readonly url: string;
  readonly system: { readonly id: string; readonly name: string } | undefined;
  readonly columns: Readonly<Record<string, string>> | undefined;
}

/** What somebody says who has said nothing yet. */
export const nothingSaid: Said = { systemName: '', origin: '', url: '', system: undefined, columns: undefined };

/** How far the server is with a file: trying it, or importing it. */
export interface Running {
  readonly at: 'running';
  readonly isDryRun: boolean;
  readonly phase: ImportPhase;
  readonly bytesRead: number;
  readonly bytes: number;
}

/** What is done with a file now. `failed` says what was attempted and why it was not done. */
export type Step =
  | { readonly at: 'queued' }
  | { readonly at: 'uploading'; readonly sent: number }
  | Running
  | { readonly at: 'tried' }
  | { readonly at: 'failed'; readonly attempt: 'upload' | 'try' | 'import'; readonly error: ApiFailure }
  | { readonly at: 'imported'; readonly job: string; readonly report: ReportData };

/** What trying a file told, with the job that has the details and what had been said. */
export interface Tried {
  readonly job: string;
  readonly report: ReportData;
  readonly said: Said;
}

/** One file on its way into the inventory. */
export interface ImportEntry {
  readonly id: string;
  readonly file: File;
  readonly step: Step;
  readonly upload: Upload | undefined;
  readonly said: Said;
  readonly tried: Tried | undefined;
  /** Undefined when the file is no list, or that is not known. */
  readonly columns: ColumnsData | undefined;
}

/** Whether the server or the way to it is busy with a file. */
export const isBusy = ({ step }: ImportEntry): boolean =>
  step.at === 'queued' || step.at === 'uploading' || step.at === 'running';

/** Whether what was tried is what would be imported now. */
export const isTried = ({ step, tried, said }: ImportEntry): boolean => step.at === 'tried' && tried?.said === said;
