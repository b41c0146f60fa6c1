import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { knownKinds } from '../app/import-artefact.ts';
import { usualHops, usualMost } from '../app/map-of.ts';
import { usualSets } from '../app/release-sets.ts';
import { usualWays } from '../app/ways-of.ts';
import { defaults, type Environment } from '../config.ts';
import type { CommandContext } from './command-context.ts';
import { capture } from './commands/edit.ts';
import { changes } from './commands/changes.ts';
import { dump } from './commands/dump.ts';
import { findings } from './commands/findings.ts';
import { importFiles } from './commands/import-files.ts';
import { importRuns } from './commands/import-runs.ts';
import { undo } from './commands/undo.ts';
import { decide, reconcileCommand } from './commands/reconcile.ts';
import { defaultMaxFileMib, load } from './commands/load.ts';
import { map } from './commands/map.ts';
import { matrix } from './commands/matrix.ts';
import { minutes } from './commands/minutes.ts';
import { search } from './commands/search.ts';
import { defaultPaths, trace } from './commands/trace.ts';
import { verdict } from './commands/verdict.ts';
import { verifyLogCommand } from './commands/verify-log.ts';
import { ways } from './commands/ways.ts';
import { releaseSets } from './commands/release-sets.ts';
import { whatIf } from './commands/what-if.ts';
import { exitCode, type ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';

/** Returns the exit code of a command line. `argv` begins with the command. Wrong usage is told on the error output, with code 2; a fault of the program in one line, with code 70. */
export const runCli = async (argv: readonly string[], environment: Environment, output: Output): Promise<ExitCode> => {
  let code: ExitCode = exitCode.done;
  const program = createProgram({ environment, output }, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const [what] = (error instanceof Error ? error.message : String(error)).split('\n');
      output.err(`Unexpected fault in atlas ${argv[0] ?? ''}: ${what ?? ''}`);
      return exitCode.fault;
    }
    return error.exitCode === 0 ? exitCode.done : exitCode.wrongUsage;
  }
};

const createProgram = (context: CommandContext, end: (code: ExitCode) => void): Command => {
  const program = new Command('atlas')
    .description(
      'Inventory of electronic health information: what exists, how it flows, where it is released or held back.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.output.out(text.trimEnd()),
      writeErr: (text) => context.output.err(text.trimEnd()),
    })
    .showSuggestionAfterError()
    .addHelpText('after', `\n${helpOnExitCodes}`);

  const onStore = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--data <dir>', `folder of the embedded database (default: EHI_DATA, or ${defaults.data})`)
      .option('--json', 'answer as JSON');

  program
    .command('serve')
    .description('serve the API and the interface on this computer')
    .option('--port <n>', `port to listen on (default: PORT, or ${defaults.port})`)
    .option('--host <host>', `address to listen on (default: ${defaults.host}, this computer only)`)
    .option('--data <dir>', `folder of the embedded database (default: EHI_DATA, or ${defaults.data})`)
    .option(
      '--seed <name>',
      `example inventory for an empty database, or none (default: EHI_SEED, or ${defaults.seed})`,
    )
    .action(async (options) => {
      // The API takes a moment to load, and no other command needs it.
      const { serve } = await import('./commands/serve.ts');
      end(await serve(context, options));
    });

  onStore('load <dir>', 'load an inventory folder, all of it or nothing')
    .option('--dry-run', 'check everything and write nothing')
    .option('--merge', 'load it beside an inventory of another name; what shares an id is overwritten')
    .addOption(numberOption('--max-file-mib <n>', 'the longest file that is read, in MiB', defaultMaxFileMib))
    .option('--actor <name>', 'who loads it, for the log')
    .action(async (directory, options) => end(await load(context, directory, options)));

  onStore('dump <dir>', 'write the whole inventory to a folder').action(async (directory, options) =>
    end(await dump(context, directory, options)),
  );

  onStore(
    'import <file...>',
    `import files: ${knownKinds().join('; ')}. The kind is told by the content. Each file is its own transaction, all of it or nothing; one that is refused stops no other`,
  )
    .option('--dry-run', 'tell what would change and write nothing')
    .option(
      '--origin <name>',
      'what the file describes, when its own name for it is not wanted: a later file of it is compared with this',
    )
    .option('--system-name <name>', 'the name of the system it describes, for schemas and dictionaries that do not say')
    .option(
      '--column <title=target...>',
      'for lists: what a column is, e.g. "App=system.name"; without a target it is left out',
    )
    .option('--audience <id...>', 'for capability statements: whom the channel is for')
    .option('--system <id>', 'the system of the inventory that the file describes')
    .option('--channel <id>', 'for capability statements: the access channel the file describes')
    .option('--url <address>', 'for capability statements: the base address it was fetched from')
    .option('--again', 'import a file although it has been imported before')
    .option('--actor <name>', 'who imports it, for the log')
    .action(async (files: readonly string[], options) => end(await importFiles(context, files, options)));

  onStore('runs', 'the imports, newest first').action(async (options) => end(await importRuns(context, options)));

  onStore(
    'undo <what...>',
    'take back what revisions of the log did, or an import by its run: what was made ends, what was changed is as before',
  )
    .option('--reason <text>', 'why; must be there for an import')
    .option('--actor <name>', 'who does it, for the log')
    .action(async (what: readonly string[], options) => end(await undo(context, what, options)));

  onStore(
    'capture <line...>',
    'read a line of plain words, e.g. "LIS sends lab results to EHR via HL7 v2", and tell what it proposes',
  )
    .option('--apply', 'write what is proposed, once every name is certain or chosen')
    .option(
      '--choose <words=id...>',
      'what a name stands for: its words and the id that is meant, "results=" for something new',
    )
    .option('--reason <text>', 'why, for the log')
    .option('--actor <name>', 'who writes it, for the log')
    .action(async (words: readonly string[], options) => end(await capture(context, words.join(' '), options)));

  onStore('reconcile', 'what imports saw, side by side with what people declared')
    .option('--run <id>', 'only what describes the same as this import')
    .option('--status <words...>', 'only these: matched, conflicting, ambiguous, observed-only, unmapped, noted')
    .option('--fact <words...>', 'only these: system, flow, channel, holding, filter, note')
    .option('--undecided', 'only what nobody decided about')
    .addOption(numberOption('--first <n>', 'how many are written out', 100))
    .action(async (options) => end(await reconcileCommand(context, options)));

  onStore('decide <action> <observation...>', 'decide about what imports saw: accept, merge, reject, defer or reopen')
    .option('--reason <text>', 'why; must be there to reject')
    .option('--target <concept:id>', 'to merge: what it is the same as, e.g. System:lis')
    .option('--class <id...>', 'the data classes that are meant, where the file does not tell')
    .option('--actor <name>', 'who decides, for the log')
    .action(async (action, ids: readonly string[], options) => end(await decide(context, action, ids, options)));

  onStore('trace <class>', 'where a data class originates and every path that releases or restricts it')
    .option('--audience <id>', 'only this audience')
    .option('--channel <id>', 'only this channel')
    .option('--purpose <code>', 'only restrictions that bear on this purpose')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .option('--rule-pack <id>', 'the rule pack that restrictions are judged by (default: the newest in force)')
    .addOption(
      numberOption('--paths <n>', `paths to write out for each answer (default: ${defaultPaths}, of the first answer)`),
    )
    .action(async (dataClass, options) => end(await trace(context, dataClass, options)));

  onStore('verdict [restriction]', 'what a restriction comes to, condition by condition; without an id, every live one')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .option('--rule-pack <id>', 'the rule pack to judge by (default: the newest in force)')
    .option('--compare-with <id>', 'instead, the restrictions that this other rule pack judges differently')
    .action(async (restriction, options) => end(await verdict(context, restriction, options)));

  onStore('findings', 'what wants attention, highest level first')
    .option('--fail-on <level>', 'exit with 1 when there is one of this level or above: high, medium, low')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .option('--rule <id>', 'only what this rule finds')
    .option('--since <date>', 'instead, what appeared, is gone or was reviewed since the beginning of this day (UTC)')
    .action(async (options) => end(await findings(context, options)));

  onStore('matrix', 'what is released, limited and held back: every data class on every channel, for every audience')
    .option('--audience <id>', 'only this audience')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .option('--rule-pack <id>', 'the rule pack that restrictions are judged by (default: the newest in force)')
    .option('--side-by-side', 'only portal, standardized API and EHI export, in this order')
    .option('--differing', 'only classes that the channels shown do not all treat alike, for the same audience')
    .option('--csv', 'answer as CSV, each cell in words')
    .action(async (options) => end(await matrix(context, options)));

  onStore('map', 'systems and access channels, what runs between them, and where restrictions want attention')
    .option('--around <thing...>', 'only what is near these: an id, or System:ID, AccessChannel:ID')
    .addOption(numberOption('--hops <n>', 'how many steps around them, 0 to 4', usualHops))
    .option('--expand <thing...>', 'these with all that is next to them too')
    .option('--show <thing...>', 'these too')
    .option('--hide <thing...>', 'not these')
    .option('--class <id>', 'tell what holds, carries or releases this data class')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .addOption(numberOption('--most <n>', 'how many systems and channels at most, 1 to 5000', usualMost))
    .action(async (options) => end(await map(context, options)));

  onStore('ways <from> <to>', 'every way from a system to another one, or out by a channel; fewest steps first')
    .option('--via <system...>', 'systems that have to lie between, in any order')
    .option('--class <id>', 'only along flows that carry this data class, and by a channel that releases it')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .addOption(numberOption('--first <n>', 'how many at most, 1 to 200', usualWays))
    .option('--after <cursor>', 'go on behind this place, as the last page names it')
    .action(async (from, to, options) => end(await ways(context, from, to, options)));

  onStore('what-if', 'what would differ if changes were made and things were down; nothing is written')
    .option('--changes <file>', 'a JSON list of changes, as the API takes them')
    .option('--down <thing...>', 'what is down: system:ID, flow:ID, channel:ID')
    .option('--audience <id>', 'only what differs for this audience')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .addOption(numberOption('--first <n>', 'how many rows and findings are written out', 20))
    .action(async (options) => end(await whatIf(context, options)));

  onStore('release-sets <class>', 'the smallest sets of changes that would release a data class to an audience')
    .requiredOption('--audience <id>', 'the audience')
    .option('--allow-limited', 'a release with a delay, fee, terms or manner will do')
    .option('--as-of <date>', 'the day the answer is about (default: today, UTC)')
    .addOption(numberOption('--first <n>', 'how many sets at most, 1 to 50', usualSets))
    .action(async (dataClass, options) => end(await releaseSets(context, dataClass, options)));

  onStore('search <text...>', 'find things by name, id or description; data classes also by FHIR resource')
    .addOption(numberOption('--first <n>', 'how many at most', 20))
    .action(async (words: readonly string[], options) => end(await search(context, words.join(' '), options)));

  onStore(
    'minutes <workshop>',
    'the minutes of a workshop: who was there, what was decided, captured, asked and not known',
  )
    .option('--format <form>', 'md, html (with its pictures, to be printed) or csv (a row for each item)', 'md')
    .action(async (workshop, options) => end(await minutes(context, workshop, options)));

  onStore('changes', 'the change log, oldest first')
    .addOption(numberOption('--after <revision>', 'only changes after this revision', 0))
    .addOption(numberOption('--limit <n>', 'how many at most', 50))
    .action(async (options) => end(await changes(context, options)));

  onStore('verify-log', 'check that no entry of the change log is altered or missing').action(async (options) =>
    end(await verifyLogCommand(context, options)),
  );

  return program;
};

const helpOnExitCodes = `With NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD (and NEO4J_DATABASE) set, that database is used and --data is not.
EHI_ALLOWED_HOSTS: names, separated by commas, that serve answers to beside localhost and --host.
EHI_EVIDENCE: folder of the files of evidence (default: evidence beside the embedded database). EHI_HOLIDAYS: days, separated by
commas, that are no business days beside the federal holidays. EHI_MAX_UPLOAD_MIB: how long a file may be that is sent to be
imported over HTTP (default: ${defaults.maxUploadMib}).
Exit codes: 0 done, 1 a check failed, 2 wrong usage, 3 bad input, 4 store not available, 70 a fault in the program.`;

const numberOption = (flags: string, description: string, usual?: number): Option =>
  new Option(flags, description).default(usual).argParser((text: string) => {
    if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
    return Number(text);
  });
