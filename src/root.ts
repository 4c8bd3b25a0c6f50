import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's own folder, absolute: where `package.json` lies, whether run from source or from the build. */
export const root: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new Error(`No package.json above ${import.meta.dirname}: the installation is incomplete`);
    folder = parent;
  }
  return folder;
})();
