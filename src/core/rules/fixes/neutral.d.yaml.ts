declare const data: {
  readonly leaveOut: readonly string[];
  readonly adjectives: string;
  readonly more: string;
  readonly adverbs: string;
  readonly untold: string;
  readonly swap: Readonly<Record<string, string>>;
};
export default data;
