/** The documents below `test/fixtures`, by their paths from there, without the marks of what is to be found. */
declare module 'starl:fixtures' {
  const fixtures: Readonly<Record<string, string>>;
  export default fixtures;
}
