import '../production-mode.ts';
import { readProcess } from '../config.ts';
import { endProcess } from './end-process.ts';
import { processOutput } from './output.ts';
import { runCli } from './run-cli.ts';

const { environment, argv } = readProcess();
endProcess(await runCli(argv.slice(2), environment, processOutput()));
