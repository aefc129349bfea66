import { SetupFault } from './fault.mjs';

const [oldestMajor, oldestMinor] = [20, 19];

/** Refuses a Node that is older than `engines` in package.json. */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (!fits) {
    throw new SetupFault(
      `Node ${version} is too old: install Node ${oldestMajor}.${oldestMinor} or later (https://nodejs.org) and start again.`,
    );
  }
}
