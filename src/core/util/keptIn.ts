/** What is kept under a key, worked out when it is first asked for. */
export function keptIn<Value extends {}>(kept: Map<unknown, unknown>, key: unknown, work: () => Value): Value {
  const known = kept.get(key) as Value | undefined;
  if (known !== undefined) return known;
  const value = work();
  kept.set(key, value);
  return value;
}
