// Not checked: what it imports is there only where the bench has installed it.
import { markdown } from 'alex';

export async function create() {
  return (/** @type {string} */ text) => markdown(text).messages.length;
}
