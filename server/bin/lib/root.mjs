import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute, without a trailing separator. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** The oldest Node the project runs on, as [major, minor]. The same number stands in package.json under `engines`. */
export const oldestNode = [20, 19];
