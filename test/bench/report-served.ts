import type { BrowsedInventories } from './browser.ts';
import type { NamedPlot } from './curves.ts';
import type { Everything } from './everything.ts';
import { cells, ms, table } from './markdown.ts';
import type { LiveMeasured } from './live.ts';
import type { MappedInventories } from './map.ts';
import type { Huge } from './huge.ts';
import type { AskedTwice, ServedSizes } from './served.ts';
import type { Target } from './targets.ts';
import type { Timing } from './timing.ts';
import type { WhatIfs } from './what-ifs.ts';

/** Returns what was measured over HTTP and in the browser, how it grows, and what was aimed at, as Markdown to follow the report. */
export const servedMarkdown = (
  { served, browsed, mapped, live, judged, huge, supposed }: Everything,
  plots: readonly NamedPlot[],
  targets: readonly Target[],
): string =>
  [
    '## How to read the rest',
    howToRead,
    ...judgedMarkdown(judged),
    ...supposedMarkdown(supposed),
    ...huge.flatMap(hugeMarkdown),
    ...overHttp(served),
    ...inBrowser(browsed),
    ...onMap(mapped),
    ...together(live),
    ...(plots.length === 0
      ? []
      : ['## How it grows', ...plots.flatMap(({ file, alt, note }) => [`![${alt}](${file})`, note])]),
    '## Targets',
    table(
      ['what', 'size', 'target', 'measured', ''],
      targets.map(({ what, size, unit, target, measured, met, but }) => [
        what,
        size,
        `${unit === 'a second' ? 'at least' : 'at most'} ${target} ${unit}`,
        `${ms(measured)} ${unit}${but === undefined ? '' : `; ${but}`}`,
        met ? 'met' : 'not met',
      ]),
    ),
    ...[...served.skipped, ...browsed.skipped, ...mapped.skipped, ...live.skipped].map(
      (reason) => `Not measured: ${reason}`,
    ),
    '',
  ].join('\n\n');

const howToRead = `- **Judging**: the outcomes of every class, the verdict on every restriction and every finding. After an edit, what it left alone is taken over; an edit of a channel bears on every class.
- **Over HTTP**: _first time_ is what the first reader of a class after a start or an edit waits; _warm_ is what everybody after that waits. The outcomes are what a program asks for; what the trace screen asks for is everything it draws. A figure for answers a second counts only with no errors, time-outs and other than 2xx.
- **In the browser**: a click on a link, a trace over HTTP, the layout and the drawing, on one machine. How long people wait on theirs differs; where the time goes does not.
- **How it grows**: both axes are logarithmic, so a straight line that rises like the inventory is in proportion to it, and a flatter one grows more slowly. The time of a trace goes with what carries its class, not with the whole inventory: L is M with a dictionary of 72,000 elements.
- **Targets**: p95 or p50 as it says, on this machine, as it was. Other work on the machine makes all of them worse.`;

const judgedMarkdown = (judged: Everything['judged']): readonly string[] => {
  const [first] = judged;
  if (first === undefined) return [];
  return [
    '## Judging everything',
    'In one process, milliseconds, p50 / p95 / p99: from nothing, and after one edit with the revision before at hand.',
    table(
      ['what', ...judged.map(({ size }) => size)],
      [
        ['from nothing', ...judged.map(({ fromNothing }) => cells(fromNothing))],
        ...first.afterEdit.map(({ what }) => [
          what,
          ...judged.map(({ afterEdit }) => {
            const edit = afterEdit.find((each) => each.what === what);
            return edit === undefined ? '' : cells(edit.timing);
          }),
        ]),
      ],
    ),
  ];
};

const supposedMarkdown = (supposed: Everything['supposed']): readonly string[] => {
  const [first] = supposed;
  if (first === undefined) return [];
  const row = (what: string, of: (each: WhatIfs['supposed'][number]) => Timing, label: string) => [
    label,
    ...supposed.map((each) => {
      const found = each.supposed.find((one) => one.what === what);
      return found === undefined ? '' : cells(of(found));
    }),
  ];
  return [
    '## What if',
    'In one process, milliseconds, p50 / p95 / p99, with the outcomes and findings of the inventory as it is at hand: what turns in what is released, then the same with the findings that open and close. Each time another thing.',
    table(
      ['what', ...supposed.map(({ size }) => size)],
      [
        ...first.supposed.flatMap(({ what }) => [
          row(what, ({ outcomes }) => outcomes, what),
          row(what, ({ findings }) => findings, `${what}, with findings`),
        ]),
        ['the smallest release sets', ...supposed.map(({ releaseSets }) => cells(releaseSets))],
      ],
    ),
  ];
};

const hugeMarkdown = ({
  things,
  index,
  day,
  traceFirst,
  traceAgain,
  memory,
  judging,
  judged,
}: Huge): readonly string[] => [
  '## The largest inventory',
  `In memory only: ${Object.entries(things)
    .map(([name, count]) => `${count.toLocaleString('en-US')} ${name}`)
    .join(', ')}.`,
  table(
    ['what', 'measured'],
    [
      ['index', `${ms(index)} ms`],
      ['what is live on a day', `${ms(day)} ms`],
      ['trace of one class, first time (p50 / p95 / p99)', `${cells(traceFirst)} ms`],
      ['trace of one class, again', `${cells(traceAgain)} ms`],
      ['memory of the index and the parts that are kept', `${ms(memory / 1e6)} MB`],
      [`everything judged from nothing (${judged.toLocaleString('en-US')} verdicts and findings)`, `${ms(judging)} ms`],
    ],
  ),
];

const kb = (bytes: number): string => ms(bytes / 1_000);

const overHttp = ({ served }: ServedSizes): readonly string[] => {
  if (served.length === 0) return [];
  const where = served.map(({ size, store }) => `${size}, ${store}`);
  const sustainedCell = ({ sustained }: AskedTwice): string => {
    const { perSecond, errors, timeouts, non2xx, p50, p99 } = sustained;
    return `${ms(perSecond)} (${ms(p50)} / ${ms(p99)} ms); ${errors} errors, ${timeouts} time-outs, ${non2xx} not 2xx`;
  };
  return [
    '## Over HTTP',
    'The built server as a process of its own, asked over one connection, one question after the other: every class for the first time in a fresh process that has read its inventory, then warm. Milliseconds are p50 / p95 / p99 from sending to the last byte. Answers a second are those to 50 connections that never pause, each beginning at another class; with p50 / p99 of one answer.',
    table(
      ['what', ...where],
      [
        ['filling the empty store, s', ...served.map(({ filling }) => ms(filling / 1_000))],
        ['from start to listening', ...served.map(({ starting }) => ms(starting))],
        ['first class of all: the inventory is read', ...served.map(({ trace }) => ms(trace.opening))],
        ['outcomes of a class, first time', ...served.map(({ trace }) => cells(trace.first.timing))],
        ['outcomes of a class, warm', ...served.map(({ trace }) => cells(trace.warm.timing))],
        ['size of an answer on average, kB', ...served.map(({ trace }) => kb(trace.warm.size))],
        ['answers a second', ...served.map(({ trace }) => sustainedCell(trace))],
        ['what the trace screen asks for, first time', ...served.map(({ whole }) => cells(whole.first.timing))],
        ['the same, warm', ...served.map(({ whole }) => cells(whole.warm.timing))],
        [
          'size of an answer on average, kB; compressed, as it is sent',
          ...served.map(({ whole }) => `${kb(whole.warm.size)}; ${kb(whole.warm.sent)}`),
        ],
        ['answers a second', ...served.map(({ whole }) => sustainedCell(whole))],
        ['first page of findings, first time', ...served.map(({ findings }) => ms(findings.first))],
        ['the same again', ...served.map(({ findings }) => cells(findings.again))],
        ['an edit of an interface', ...served.map(({ findings }) => cells(findings.edit))],
        ['first page of findings after it', ...served.map(({ findings }) => cells(findings.afterEdit))],
      ],
    ),
  ];
};

const together = ({ live }: LiveMeasured): readonly string[] =>
  live.flatMap((each) => [
    '## Many at once',
    `${each.scripted + each.browsers} pages on one server with the example of the regional hospital, on this machine together with it: ${each.scripted} scripted, which hear of a change by WebSocket and ask all that their page asks again, as the interface does (of all thirty 20 on one trace, 4 on the map, 2 each on the matrix, the findings and home), and ${each.browsers} in real browsers. Milliseconds, p50 / p95 / p99 and the longest: from the moment a change is sent. Presence: from a pointer that moves on one page to another hearing of it. Processor time of the server for one change and all that is asked after it: ${each.work === undefined ? 'not told' : `${ms(each.work)} ms`}. Load when it began: ${each.load.toFixed(1)}.`,
    table(
      ['what', 'times', 'p50 / p95 / p99', 'longest'],
      [
        ['a change, until a page has what one looks at', each.seen] as const,
        ...each.seenByPage.map(({ page, seen }) => [`of these, a page with the ${page}`, seen] as const),
        ['a change, until the slowest page has it', each.seenByAll] as const,
        ['a change, until a page has all its answers again', each.whole] as const,
        ...(each.shown === undefined
          ? []
          : [['a change, until it is on the screen of a browser', each.shown] as const]),
        ['presence', each.presence] as const,
      ].map(([what, timing]) => [what, String(timing.runs), cells(timing), ms(timing.max)]),
    ),
  ]);

const onMap = ({ mapped }: MappedInventories): readonly string[] =>
  mapped.length === 0
    ? []
    : [
        '## The map in the browser',
        'The whole inventory as one picture, nothing folded, in headless Chromium at 1600 × 1000 with an imitated graphics card, on the same machine as the server. Of each figure the best of three runs: whatever else the machine does only makes it worse; the load is the most there was when a run began. Drawn: from the address to a picture that is drawn to the end. Frames: the time from one to the next while the picture is dragged about for five seconds, and while the wheel zooms in and out for five. Longest task: of the page’s main thread, while it is opened and drawn, while it is moved and comes to rest, and while it is laid out anew.',
        table(
          [
            'things',
            'lines',
            'drawn, ms',
            'frame while dragged, p50, ms',
            'p95, ms',
            'longest, ms',
            'frame while zoomed, p50, ms',
            'p95, ms',
            'longest, ms',
            'longest task drawing, ms',
            'moving, ms',
            'laying out anew, ms',
            'load',
          ],
          mapped.map((each) => [
            String(each.things),
            String(each.lines),
            ...[
              each.drawn,
              each.panning.p50,
              each.panning.p95,
              each.panning.max,
              each.zooming.p50,
              each.zooming.p95,
              each.zooming.max,
              each.longestDrawing,
              each.longestMoving,
              each.longestTidying,
            ].map(ms),
            each.load.toFixed(1),
          ]),
        ),
      ];

const inBrowser = ({ browsed }: BrowsedInventories): readonly string[] =>
  browsed.length === 0
    ? []
    : [
        '## In the browser',
        'A click on a class in the list of the home page, each class for the first time, in headless Chromium at 1600 × 1000 with an imitated graphics card, on the same machine as the server. The time runs from the click’s own time stamp to the second frame after the picture of that answer may be saved: asked, laid out and drawn. The first click of all comes to a server that has just started and a page that has not fetched the code that draws.',
        table(
          [
            'inventory',
            'clicks',
            'p50, ms',
            'p95, ms',
            'slowest, ms',
            'first click of all, ms',
            'shown as parts, not timed',
          ],
          browsed.map(({ inventory, clicks, first, withoutPicture }) => [
            inventory,
            String(clicks.runs),
            ...[clicks.p50, clicks.p95, clicks.max, first].map(ms),
            String(withoutPicture),
          ]),
        ),
      ];
