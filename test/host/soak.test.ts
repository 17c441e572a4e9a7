import { equal } from './assert';
import { useDesk } from './desk';
import { soak } from './soaking';

describe('a working day', () => {
  const desk = useDesk('soak');

  it('of edits and commands at random leaves no ghosts, and loses nothing', async function () {
    this.timeout(240_000);
    const { ghosts, lost } = await soak(desk.at(''), { seed: 1, steps: 300 });
    equal({ ghosts, lost }, { ghosts: [], lost: [] });
  });
});
