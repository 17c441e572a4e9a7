import { type Alternative, type Item, type Phrase, PhraseError } from './phrases';

/** What a phrase is matched against. */
export interface PhraseWord {
  readonly text: string;
  readonly lemma: string;
  /** The base form as the word alone tells it, whatever the sentence made of it. */
  readonly base: string;
  readonly number: boolean;
  /** Punctuation that no phrase reaches across. */
  readonly barrier: boolean;
}

export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** A gap (`..`) is up to so many words. */
const LONGEST_GAP = 4;

/** Most words lead to one state; the few that lead to several have a list. */
type Targets = State | readonly State[];

/** A state of the automaton that all phrases together make up. */
interface State {
  words?: Map<string, Targets>;
  lemmas?: Map<string, Targets>;
  prefixes?: { readonly value: string; readonly to: State }[];
  classes?: { readonly words: ReadonlySet<string>; readonly to: State }[];
  numbers?: State[];
  any?: State[];
  /** States that are reached without a word, and those that are reached over a gap. */
  free?: State[];
  gaps?: State[];
  /** Phrases that are complete here. */
  ends?: number[];
  /** Phrases that are complete where the sentence ends here. */
  closes?: number[];
}

/**
 * Many phrases, looked for together in one pass. Each phrase is a path through an automaton; alternatives of one word share a
 * state, so a word of the text costs a look-up for each path that it might go on with.
 */
export class PhraseSet {
  readonly #root: State = {};
  /** Where phrases start that hold only at the start of a sentence. */
  readonly #opening: State = {};
  readonly #classes: WordClasses;
  /** For each phrase, the last place at which it was counted; places are numbered through all sentences. */
  readonly #counted: Float64Array;
  #place = 0;

  /** Throws a PhraseError where a phrase speaks of a class that there is not. */
  constructor(phrases: readonly Phrase[], classes: WordClasses) {
    this.#classes = classes;
    this.#counted = new Float64Array(phrases.length);
    for (const [id, phrase] of phrases.entries()) for (const alternative of phrase) this.#add(alternative, id);
  }

  /** The indexes of the phrases that occur, and how often; a phrase is counted once at each place. */
  find(words: readonly PhraseWord[]): Map<number, number> {
    const found = new Map<number, number>();
    const counted = this.#counted;
    let place = this.#place;
    const end = words.findLastIndex(({ barrier }) => !barrier) + 1;
    const count = (id: number): void => {
      if (counted[id] === place) return;
      counted[id] = place;
      found.set(id, (found.get(id) ?? 0) + 1);
    };
    const reach = (targets: Targets | undefined, at: number): void => {
      if (targets === undefined) return;
      if (isList(targets)) for (const state of targets) follow(state, at);
      else follow(targets, at);
    };
    const follow = (state: State, at: number): void => {
      if (state.ends) for (const id of state.ends) count(id);
      if (state.closes && at >= end) for (const id of state.closes) count(id);
      if (state.free) for (const to of state.free) follow(to, at);
      if (state.gaps) {
        for (let skipped = 0; skipped <= LONGEST_GAP; skipped++) {
          for (const to of state.gaps) follow(to, at + skipped);
          if (words[at + skipped]?.barrier ?? true) break;
        }
      }
      step(state, at);
    };
    const step = (state: State, at: number): void => {
      const word = words[at];
      if (!word || word.barrier) return;
      const next = at + 1;
      if (state.words) reach(state.words.get(word.text), next);
      if (state.lemmas) {
        reach(state.lemmas.get(word.lemma), next);
        if (word.base !== word.lemma) reach(state.lemmas.get(word.base), next);
      }
      if (state.prefixes) for (const { value, to } of state.prefixes) if (word.text.startsWith(value)) follow(to, next);
      if (state.classes)
        for (const { words: members, to } of state.classes) if (members.has(word.text)) follow(to, next);
      if (state.numbers && word.number) reach(state.numbers, next);
      if (state.any) reach(state.any, next);
    };
    for (let start = 0; start < words.length; start++) {
      place++;
      if (start === 0) step(this.#opening, 0);
      step(this.#root, start);
    }
    this.#place = place;
    return found;
  }

  #add(items: Alternative, id: number): void {
    const opens = items[0]?.type === 'start';
    const closes = items.at(-1)?.type === 'end';
    const path = items.slice(opens ? 1 : 0, closes ? -1 : undefined);
    for (const state of this.#extend([opens ? this.#opening : this.#root], path)) {
      if (closes) state.closes = [...(state.closes ?? []), id];
      else state.ends = [...(state.ends ?? []), id];
    }
  }

  /** The states that a path leads to from others. */
  #extend(from: readonly State[], path: Alternative): State[] {
    let states = [...from];
    for (const item of path) {
      const reached = this.#reach(states, item);
      states = item.optional ? this.#join([...states, ...reached]) : reached;
    }
    return states;
  }

  /** One state for several, so that what follows is written once. Phrases' starts stay apart: they are tried at every word. */
  #join(states: readonly State[]): State[] {
    const isStart = (state: State): boolean => state === this.#root || state === this.#opening;
    const inner = states.filter((state) => !isStart(state));
    if (inner.length < 2) return [...states];
    const joined: State = {};
    for (const state of inner) {
      state.free ??= [];
      state.free.push(joined);
    }
    return [...states.filter(isStart), joined];
  }

  #reach(from: readonly State[], item: Item): State[] {
    if (item.type === 'gap') {
      const behind: State = {};
      for (const state of from) {
        state.gaps ??= [];
        state.gaps.push(behind);
      }
      return [behind];
    }
    if (item.type === 'group') {
      const shared: State = {};
      const long: State[] = [];
      for (const alternative of item.alternatives) {
        const [only] = alternative;
        if (only && alternative.length === 1 && only.type !== 'group' && only.type !== 'gap' && !only.optional)
          this.#link(from, only, shared);
        else long.push(...this.#extend(from, alternative));
      }
      return this.#join(long.length === item.alternatives.length ? long : [shared, ...long]);
    }
    const to: State = {};
    this.#link(from, item, to);
    return [to];
  }

  #link(from: readonly State[], item: Item, to: State): void {
    for (const state of from) {
      if (item.type === 'word') linkWord(state, item.value, to);
      else if (item.type === 'class') this.#linkClass(state, item.value, to);
      else if (item.type === 'lemma') {
        state.lemmas ??= new Map();
        put(state.lemmas, item.value, to);
      } else if (item.type === 'prefix') {
        state.prefixes ??= [];
        state.prefixes.push({ value: item.value, to });
      } else if (item.type === 'number') {
        state.numbers ??= [];
        state.numbers.push(to);
      } else {
        state.any ??= [];
        state.any.push(to);
      }
    }
  }

  #linkClass(state: State, name: string, to: State): void {
    const words = this.#classes.get(name);
    if (!words) throw new PhraseError(`there is no class of words "@${name}"`, 0);
    if (state === this.#root) for (const word of words) linkWord(state, word, to);
    else {
      state.classes ??= [];
      state.classes.push({ words, to });
    }
  }
}

function linkWord(state: State, word: string, to: State): void {
  state.words ??= new Map();
  put(state.words, word, to);
}

const isList = (targets: Targets): targets is readonly State[] => Array.isArray(targets);

function put(map: Map<string, Targets>, key: string, to: State): void {
  const targets = map.get(key);
  if (targets === undefined) map.set(key, to);
  else if (isList(targets)) map.set(key, [...targets, to]);
  else map.set(key, [targets, to]);
}
