/** Numbers names as they come: one that is known keeps its number. */
export function numberingOf(numbers: Map<string, number>): (name: string) => number {
  return (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
}
