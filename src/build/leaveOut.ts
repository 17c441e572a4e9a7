/**
 * What models that have not seen their writers say of examples: those of each file, which are all by one writer, are scored by a
 * model that is fitted to the examples of the other files.
 */
export function scoreLeftOut<Example extends { readonly source: string }, Model, Scored>(
  examples: readonly Example[],
  train: (others: readonly Example[]) => Model,
  score: (model: Model, one: Example) => Scored,
): Scored[] {
  return [...new Set(examples.map(({ source }) => source))].flatMap((source) => {
    const model = train(examples.filter((one) => one.source !== source));
    return examples.filter((one) => one.source === source).map((one) => score(model, one));
  });
}
