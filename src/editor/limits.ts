/** How many findings of a file are shown. The editor's list takes about 1000; the language status says what is left out. */
export const MOST_SHOWN = 500;
