// The whole soak, called by VS Code: `npm run soak`.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Uri, workspace } from 'vscode';
import { ok } from './assert';
import { soak } from './soaking';
import { catchStrayErrors } from './strayErrors';

/** Memory is looked at when these shares of the steps are done: the first is the warm-up. */
const SHARES = [0.1, 0.55, 1] as const;

/** Logs what came of the soak, as JSON behind a mark. */
export async function run(): Promise<void> {
  const strays = catchStrayErrors();
  const settings = workspace.getConfiguration('starlTest');
  const [seed, steps] = [settings.get('seed', 1), settings.get('steps', 20_000)];
  const root = workspace.workspaceFolders?.[0];
  ok(root, 'the soak needs a folder');
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const memory: number[] = [];
  const each = (done: number): void => {
    if (done < steps * (SHARES[memory.length] ?? Number.POSITIVE_INFINITY)) return;
    collectGarbage();
    memory.push(process.memoryUsage().heapUsed);
    console.log(`SOAKING ${done} of ${steps}`);
  };
  const soaked = await soak(Uri.joinPath(root.uri, 'soak'), { seed, steps, each });
  console.log(`SOAKED ${JSON.stringify({ ...soaked, seed, strays, memory })}`);
}
