/** The same value with other texts in it; `change` is also given the key that each text stands under, in whatever list. */
export function mapTexts<Value>(value: Value, change: (text: string, key: string) => string): Value {
  const map = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return change(one, key);
    if (Array.isArray(one)) return one.map((item) => map(item, key));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, map(item, name)]));
  };
  return map(value, '') as Value;
}
