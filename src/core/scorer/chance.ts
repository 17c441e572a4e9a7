/** The chance, 0 to 1, that a weighed sum stands for (the logistic function). */
export const chanceOf = (sum: number): number => 1 / (1 + Math.exp(-sum));
