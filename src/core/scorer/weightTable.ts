import weights from 'starl:weights';
import { once } from '../util/once';
import { WeightTable } from './scorer';

/** The weights of all scored rules; they depend on the rules alone, so one table serves all linters. */
export const weightTable = once(() => new WeightTable(weights));
