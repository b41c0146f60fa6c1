import { oldestNode } from './root.mjs';

/** True when `version` (such as `v20.19.1`) is at least `oldestNode`. Pure. */
export const isNodeRecent = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
};

/** Ends the process with code 2 and one clear sentence when this Node is too old; returns nothing otherwise. */
export const requireNode = () => {
  if (isNodeRecent(process.version)) return;
  console.error(
    `EHI Atlas needs Node.js ${oldestNode.join('.')} or later; this is ${process.version} (${process.execPath}).`,
  );
  console.error('Install a current release from https://nodejs.org and run the command again.');
  process.exit(2);
};
