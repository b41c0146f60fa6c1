import type { Minutes } from './minutes.ts';
import { outlineOf, type OutlineLine, type OutlineSection } from './minutes-outline.ts';
import { placeAddress } from './place-address.ts';

/** Returns minutes as Markdown; its links lead to places in the page, and are the only ones. What people wrote is text there: it makes no heading, link, picture or HTML. Pure. */
export const minutesMarkdown = (minutes: Minutes, origin?: string): string => {
  const { title, facts, sections, statement } = outlineOf(minutes);
  return `${[
    `# ${plain(title)}`,
    facts.map(([name, value]) => `- **${plain(name)}**: ${plain(value)}`).join('\n'),
    ...sections.map((section) => sectionOf(section, origin)),
    '---',
    plain(statement),
  ].join('\n\n')}\n`;
};

const sectionOf = (
  { title, none, entries, pictures = [], table }: OutlineSection,
  origin: string | undefined,
): string => {
  const list = entries.map(({ text, more }) =>
    [`- ${plain(text)}`, ...more.map((line) => `  - ${lineOf(line, origin)}`)].join('\n'),
  );
  const shown = pictures.map(({ item, caption, file }) => {
    const lines: readonly OutlineLine[] = [
      ...(item.description === undefined ? [] : [item.description]),
      caption,
      file === undefined
        ? 'The file of this picture is not there.'
        : { words: `The picture, ${file.fileName ?? 'as a file'}; the HTML minutes show it`, place: file.path },
      ...(item.link === undefined ? [] : [{ words: 'In the page', place: item.link }]),
    ];
    return [`- ${plain(item.name)}`, ...lines.map((line) => `  - ${lineOf(line, origin)}`)].join('\n');
  });
  const rows =
    table === undefined
      ? []
      : [
          [table.head, table.head.map(() => '---'), ...table.rows]
            .map((cells, index) => `| ${cells.map((cell) => (index === 1 ? cell : plain(cell))).join(' | ')} |`)
            .join('\n'),
        ];
  const blocks = [
    ...(list.length === 0 ? [] : [list.join('\n')]),
    ...(shown.length === 0 ? [] : [shown.join('\n')]),
    ...rows,
  ];
  return [`## ${plain(title)}`, ...(blocks.length === 0 ? [plain(none)] : blocks)].join('\n\n');
};

const lineOf = (line: OutlineLine, origin: string | undefined): string => {
  if (typeof line === 'string') return plain(line);
  const address = placeAddress(line.place, origin);
  return address === undefined ? plain(`${line.words}: ${line.place}`) : `[${plain(line.words)}](${address})`;
};

/**
 * A text on one line that is nothing but text: signs that make emphasis, code, links, tables and HTML are made plain, and at its beginning
 * those that make a heading, a list or a line. A bare address is no link.
 */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]|~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^[-+#=:]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/(www)\./gi, '$1&#46;');
