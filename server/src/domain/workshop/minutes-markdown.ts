import type { Minutes } from './minutes.ts';
import { outlineOf, type OutlineSection } from './minutes-outline.ts';

/** Returns minutes as Markdown. What people wrote is text there: it makes no heading, link, picture or HTML. Pure. */
export const minutesMarkdown = (minutes: Minutes): string => {
  const { title, facts, sections, statement } = outlineOf(minutes);
  return `${[
    `# ${plain(title)}`,
    facts.map(([name, value]) => `- **${plain(name)}**: ${plain(value)}`).join('\n'),
    ...sections.map(sectionOf),
    '---',
    plain(statement),
  ].join('\n\n')}\n`;
};

const sectionOf = ({ title, none, entries, pictures = [], table }: OutlineSection): string => {
  const list = entries.map(({ text, more }) =>
    [`- ${plain(text)}`, ...more.map((line) => `  - ${plain(line)}`)].join('\n'),
  );
  const shown = pictures.map(({ item, caption, file }) => {
    const missing = file === undefined ? ' (the file is not there)' : ' (the file is in the HTML minutes)';
    const lines = [item.description ?? '', caption].filter((text) => text !== '');
    return [`- ${plain(item.name)}${missing}`, ...lines.map((text) => `  - ${plain(text)}`)].join('\n');
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
