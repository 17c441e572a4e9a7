// Not checked: what it imports is there only where the bench has installed it.
import { retext } from 'retext';
import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';

export async function create() {
  const processor = retext().use(retextPassive).use(retextEquality).use(retextIntensify);
  return (/** @type {string} */ text) => processor.processSync(text).messages.length;
}
