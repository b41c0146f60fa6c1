import type { Minutes, MinutesPicture } from './minutes.ts';
import { outlineOf, type OutlineLine, type OutlineSection } from './minutes-outline.ts';
import { placeAddress } from './place-address.ts';

/** What minutes look like, on a screen and on paper. */
const style = `
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid #bbb; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; } dt { font-weight: 600; } dd { margin: 0; }
li { margin: 0.4rem 0; overflow-wrap: anywhere; } li p { margin: 0.1rem 0; color: #444; }
figure { margin: 1rem 0; break-inside: avoid; } img { max-width: 100%; border: 1px solid #bbb; } figcaption { color: #444; }
.table { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.85rem; } th, td { border: 1px solid #bbb; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
td:first-child { min-width: 14rem; } td:not(:first-child) { text-align: right; } footer { margin-top: 2rem; color: #444; border-top: 1px solid #bbb; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; } li, tr { break-inside: avoid; } .table { overflow: visible; } table { font-size: 7.5pt; } }
`;

/**
 * Returns minutes as one HTML file that needs nothing else: pictures are in it, and it prints well. What people wrote is text there; nothing
 * in it runs or is fetched, and its own policy says so. Pure.
 */
export const minutesHtml = (minutes: Minutes, origin?: string): string => {
  const { title, facts, sections, statement } = outlineOf(minutes);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${safe(title)}</h1>
<dl>
${facts.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`).join('\n')}
</dl>
${sections.map((section) => sectionOf(section, origin)).join('\n')}
<footer><p>${safe(statement)}</p></footer>
</body>
</html>
`;
};

const sectionOf = (
  { title, none, entries, pictures = [], table }: OutlineSection,
  origin: string | undefined,
): string => {
  const list = entries.map(
    ({ text, more }) => `<li>${safe(text)}${more.map((line) => `<p>${lineOf(line, origin)}</p>`).join('')}</li>`,
  );
  const blocks = [
    ...(list.length === 0 ? [] : [`<ul>\n${list.join('\n')}\n</ul>`]),
    ...pictures.map((picture) => figureOf(picture, origin)),
    ...(table === undefined
      ? []
      : [
          `<div class="table"><table>\n<thead><tr>${table.head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('')}</tr></thead>\n<tbody>\n${table.rows
            .map((cells) => `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`)
            .join('\n')}\n</tbody></table></div>`,
        ]),
  ];
  return `<section>\n<h2>${safe(title)}</h2>\n${blocks.length === 0 ? `<p>${safe(none)}</p>` : blocks.join('\n')}\n</section>`;
};

const figureOf = ({ item, caption, file }: MinutesPicture, origin: string | undefined): string => {
  const picture =
    file === undefined
      ? '<p>The file of this picture is not there.</p>'
      : `<img alt="${safe(item.name)}" src="data:${safe(file.mediaType)};base64,${safe(file.base64)}">`;
  const place = item.link === undefined ? '' : ` ${lineOf({ words: 'In the page', place: item.link }, origin)}`;
  const words = [`${item.name}.`, item.description ?? '', caption].filter((text) => text !== '').join(' ');
  return `<figure>${picture}<figcaption>${safe(words)}${place}</figcaption></figure>`;
};

/** Without an origin a path leads nowhere from a file: it is text. */
const lineOf = (line: OutlineLine, origin: string | undefined): string => {
  if (typeof line === 'string') return safe(line);
  const address = origin === undefined ? undefined : placeAddress(line.place, origin);
  return address === undefined
    ? safe(`${line.words}: ${line.place}`)
    : `${safe(line.words)}: <a href="${safe(address)}">${safe(address)}</a>`;
};

/** A text as HTML text or as the value of an attribute in quotation marks. */
const safe = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
