import type { Minutes } from './minutes.ts';
import { minutesCsv } from './minutes-csv.ts';
import { minutesHtml } from './minutes-html.ts';
import { minutesMarkdown } from './minutes-markdown.ts';

/** The forms minutes are written in. */
export const minutesFormats = ['MARKDOWN', 'HTML', 'CSV'] as const;
export type MinutesFormat = (typeof minutesFormats)[number];

/** Minutes as a file. */
export interface MinutesFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

const forms = {
  MARKDOWN: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', write: minutesMarkdown },
  HTML: { extension: 'html', mediaType: 'text/html; charset=utf-8', write: minutesHtml },
  CSV: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: minutesCsv },
} as const satisfies Readonly<Record<MinutesFormat, object>>;

/** The form that a file name's ending stands for. */
export const formatByExtension: Readonly<Record<string, MinutesFormat>> = { md: 'MARKDOWN', html: 'HTML', csv: 'CSV' };

/** Returns minutes in one form, with links to where the reader reaches the page (`origin`; absent: paths), under a name that every file system takes. Pure. */
export const minutesFile = (minutes: Minutes, format: MinutesFormat, origin?: string): MinutesFile => {
  const { extension, mediaType, write } = forms[format];
  const { id, heldOn } = minutes.workshop;
  return {
    fileName: `minutes-${id.replaceAll(':', '-')}-${heldOn}.${extension}`,
    mediaType,
    text: write(minutes, origin),
  };
};
