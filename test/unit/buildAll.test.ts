import assert from 'node:assert/strict';
import { buildAll } from '../../src/build/esbuild/buildAll';

describe('the build', () => {
  it('tells a fault once, however many bundles it stands in', async () => {
    const bundle = { stdin: { contents: 'import "./none";', resolveDir: '.' }, bundle: true, write: false };
    await assert.rejects(buildAll([bundle, bundle]), ({ message }: Error) => {
      assert.equal(message.match(/Could not resolve/g)?.length, 1, message);
      return true;
    });
  });
});
