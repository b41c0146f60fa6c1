import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, posix } from 'node:path';
import { sizes } from '../generators/size.ts';
import { measureBrowser } from './browser.ts';
import { plotsOf } from './curves.ts';
import type { Everything } from './everything.ts';
import { measureHuge } from './huge.ts';
import { measureJudging, type Judging } from './judging.ts';
import { measureLive } from './live.ts';
import { measureMap } from './map.ts';
import { measure, type Measured } from './measure.ts';
import { findBenchNeo4j } from './neo4j-database.ts';
import { drawPlot } from './plots.ts';
import { toMarkdown } from './report.ts';
import { servedMarkdown } from './report-served.ts';
import { measureServed } from './served.ts';
import { targetsOf } from './targets.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const wanted = (process.env['BENCH_SIZES'] ?? 'S,M,L').split(',');
const parts = (process.env['BENCH_PARTS'] ?? 'process,neo4j,served,browser,map,live,huge').split(',');
const folder = process.env['BENCH_OUT'] ?? join('.cache', 'bench');
/** Where the plots are, seen from the report. */
const plotFolder = process.env['BENCH_PLOTS'] ?? '.';

const chosen = Object.values(sizes).filter(({ name }) => wanted.includes(name));
const neo4j = parts.includes('neo4j') ? await findBenchNeo4j() : { missing: 'BENCH_PARTS leaves it out' };
const inProcess = parts.includes('process') ? chosen : [];
const measured: Measured[] = [];
for (const size of inProcess) {
  process.stderr.write(`Measuring ${size.name} …\n`);
  measured.push(await measure(size, rounds, neo4j));
}
const judged: Judging[] = [];
for (const size of inProcess) judged.push(await measureJudging(size, rounds));
const nothing = { served: [], browsed: [], skipped: [] };
const all: Everything = {
  measured,
  judged,
  huge: parts.includes('huge') ? [await measureHuge()] : [],
  served: parts.includes('served') ? await measureServed(chosen, rounds) : nothing,
  browsed: parts.includes('browser') ? await measureBrowser(chosen) : nothing,
  live: parts.includes('live') ? await measureLive() : { live: [], skipped: [] },
  mapped: parts.includes('map') ? await measureMap() : { mapped: [], skipped: [] },
};
const on = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}`;
await mkdir(join(folder, plotFolder), { recursive: true });
const plots = plotsOf(all).map((each) => ({ ...each, file: posix.join(plotFolder, each.file) }));
for (const { file, plot } of plots) await writeFile(join(folder, file), await drawPlot(plot));
const targets = targetsOf(all);
const report = `${toMarkdown(measured, on)}${servedMarkdown(all, plots, targets)}`;
await writeFile(join(folder, 'report.md'), report);
await writeFile(join(folder, 'report.json'), `${JSON.stringify({ on, rounds, ...all, targets }, null, 2)}\n`);
process.stdout.write(`${report}\nWritten to ${folder}: report.md, report.json and the plots.\n`);
