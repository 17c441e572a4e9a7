declare const data: Readonly<
  Record<
    | 'title'
    | 'open'
    | 'prefix'
    | 'final'
    | 'unit'
    | 'hour'
    | 'moment'
    | 'calendar'
    | 'numbered'
    | 'lettered'
    | 'particle',
    string
  >
>;
export default data;
