declare const data: Readonly<
  Record<'title' | 'open' | 'final' | 'unit' | 'calendar' | 'numbered' | 'lettered' | 'particle', string>
>;
export default data;
