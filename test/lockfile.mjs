// Fails when package-lock.json can not be installed everywhere: `npm install` silently drops the platform variants of an
// optional dependency that the registry does not have yet, and `npm ci` then refuses that lockfile. Also keeps registry
// hosts and packages without an integrity hash out of it.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const isLocked = (from, name) => {
  for (let folder = from; ;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  }
};

const wrong = [];
for (const [folder, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {}))
    if (!isLocked(folder, name))
      wrong.push(`${folder || 'the project'} needs ${name}, which is not in the lockfile`);
  if (entry.resolved) wrong.push(`${folder} names a download address`);
  if (folder && !entry.link && !entry.integrity) wrong.push(`${folder} has no integrity hash`);
}
for (const line of wrong) console.error(line);
process.exit(wrong.length > 0 ? 1 : 0);
