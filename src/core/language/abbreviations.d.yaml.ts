declare const data: Readonly<Record<'title' | 'open' | 'final' | 'numbered' | 'lettered' | 'particle', string>>;
export default data;
