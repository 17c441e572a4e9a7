/** `ownRules` of a `starl.yaml` with these lines below it. */
export const ownRulesYaml = (...lines: readonly string[]): string =>
  `ownRules:\n${lines.map((line) => `  ${line}\n`).join('')}`;
