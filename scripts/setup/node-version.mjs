import { SetupFault } from './fault.mjs';

const oldest = [20, 19];

/** Refuses a Node that is older than `engines` in package.json. */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (!fits) {
    throw new SetupFault(
      `Node ${version} is too old: install Node ${oldest.join('.')} or later (https://nodejs.org) and start again.`,
    );
  }
}
