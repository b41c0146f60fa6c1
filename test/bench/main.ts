import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { sizes } from '../generators/size.ts';
import { measure, type Measured } from './measure.ts';
import { findBenchNeo4j } from './neo4j-database.ts';
import { toMarkdown } from './report.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const wanted = (process.env['BENCH_SIZES'] ?? 'S,M,L').split(',');
const folder = process.env['BENCH_OUT'] ?? join('.cache', 'bench');

const neo4j = await findBenchNeo4j();
const measured: Measured[] = [];
for (const size of Object.values(sizes).filter(({ name }) => wanted.includes(name))) {
  process.stderr.write(`Measuring ${size.name} …\n`);
  measured.push(await measure(size, rounds, neo4j));
}
const on = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}`;
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'report.md'), toMarkdown(measured, on));
await writeFile(join(folder, 'report.json'), `${JSON.stringify({ on, rounds, measured }, null, 2)}\n`);
process.stdout.write(`${toMarkdown(measured, on)}\nWritten to ${folder}/report.md and ${folder}/report.json.\n`);
