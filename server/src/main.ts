import './production-mode.ts';
import { endProcess } from './cli/end-process.ts';
import { processOutput } from './cli/output.ts';
import { runCli } from './cli/run-cli.ts';
import { readProcess } from './config.ts';

// What `npm start` runs: the same as `atlas serve`.
const { environment, argv } = readProcess();
endProcess(await runCli(['serve', ...argv.slice(2)], environment, processOutput()));
