declare const data: {
  readonly leaveOut: readonly string[];
  readonly adjectives: string;
  readonly swap: Readonly<Record<string, string>>;
};
export default data;
