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
    | 'answer'
    | 'lettered'
    | 'language'
    | 'subject'
    | 'clauseTaker'
    | 'comparing'
    | 'particle',
    string
  >
>;
export default data;
