declare const data: {
  readonly closed: Readonly<
    Record<
      | 'determiner'
      | 'possessive'
      | 'pronoun'
      | 'be'
      | 'have'
      | 'do'
      | 'modal'
      | 'preposition'
      | 'conjunction'
      | 'subordinator'
      | 'relative'
      | 'negation'
      | 'adverb',
      string
    >
  >;
  readonly irregular: string;
  readonly verb: string;
  readonly either: string;
  readonly adjective: string;
};
export default data;
