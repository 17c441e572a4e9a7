// @ts-check
// Says in words and tables what bench.mjs has measured, and which budget is met.

/** @type {Record<string, string>} */
const NAMES = { starl: '**Starl**', harper: 'harper.js' };

/** @param {any} results @returns {{ what: string, budget: string, measured: string, met: boolean, why: string }[]} */
export function budgets(results) {
  const {
    story,
    again,
    changed,
    document,
    key,
    keyByLength,
    keyWithTerms,
    wordsPerSecond,
    cold,
    commands,
    sizes,
    memory,
    files,
    activation,
  } = results;
  const ratio = (/** @type {any} */ figures, /** @type {string} */ peer) => figures.starl.median / figures[peer].median;
  const most = (
    /** @type {string} */ what,
    /** @type {number} */ value,
    /** @type {number} */ limit,
    /** @type {string} */ unit,
    /** @type {string} */ why,
  ) => ({ what, budget: `at most ${limit}${unit}`, measured: `${rounded(value)}${unit}`, met: value <= limit, why });
  const warm = `its time goes into ${goesInto(results.profiles.stories)}`;
  const start = `the time of a first story goes into ${goesInto(results.profiles.first)}`;
  const largest = `packed phrases and weights, word lists, the YAML library, the linear-time engine for patterns and the Markdown parser are in its ${sizes['core.mjs'].kilobytes} kB`;
  const rows = [
    most(
      'a story of 300 words judged before, beside write-good',
      ratio(again, 'write-good'),
      0.2,
      ' times',
      'it is looked up by its whole text, and its findings are placed',
    ),
    most(
      'a story of 300 words judged before and changed since, beside write-good',
      ratio(changed, 'write-good'),
      0.2,
      ' times',
      'its parts are weighed anew',
    ),
    most('a story of 300 words not read before, beside write-good', ratio(story, 'write-good'), 0.2, ' times', warm),
    most('a story of 300 words not read before, beside harper.js', ratio(story, 'harper'), 0.008, ' times', warm),
    most(
      'a document of 2,000 words not read before, beside write-good',
      ratio(document, 'write-good'),
      0.2,
      ' times',
      warm,
    ),
    most(
      'one key in 2,000 words, beside write-good',
      ratio(key, 'write-good'),
      0.01,
      ' times',
      `the story in which the key is typed is judged again as a whole; its time goes into ${goesInto(results.profiles.key)}`,
    ),
    most(
      'one key in 100,000 words, beside one in 2,000',
      keyByLength[100000].median / keyByLength[2000].median,
      1.5,
      ' times',
      'the regions of the text are counted through, and for each story where it begins now',
    ),
    {
      what: 'words a second over 2,000 stories, beside write-good',
      budget: 'at least 8 times',
      measured: `${rounded(wordsPerSecond.starl / wordsPerSecond['write-good'])} times`,
      met: wordsPerSecond.starl >= 8 * wordsPerSecond['write-good'],
      why: warm,
    },
    most('import, init and first lint, beside write-good', ratio(cold, 'write-good'), 1, ' times', start),
    most(
      'command line, above bare node',
      commands['starl lint'].median - commands.node.median,
      25,
      ' ms',
      `${start}; the command line reads files and formats besides`,
    ),
    most('engine, minified', sizes['core.mjs'].kilobytes, 100, ' kB', largest),
    most(
      'extension for Node, both files, minified',
      sizes['extension.js'].kilobytes + sizes['extension.web.js'].kilobytes,
      250,
      ' kB',
      `${largest}; the packs, their pages and all views come in addition`,
    ),
    most(
      'extension for the web, minified',
      sizes['extension.web.js'].kilobytes,
      250,
      ' kB',
      `${largest}; the packs, their pages and all views come in addition`,
    ),
    most(
      'memory above bare node, one story',
      memory.starl.median - memory.nothing.median,
      15,
      ' MB',
      'the engine as source and as compiled, its tables of words and weights, and the states in which phrases were met',
    ),
  ];
  if (keyWithTerms)
    rows.push(
      most(
        'key with confidential terms, 100,000 words beside 2,000',
        keyWithTerms[100000].median / keyWithTerms[2000].median,
        1.5,
        ' times',
        'as without them, regions and stories are counted through',
      ),
    );
  const [few, many] = [files?.[1000], files?.[10_000]];
  if (few && many)
    rows.push(
      most(
        'a file among 10,000 on the command line, beside one among 1,000',
        many.ms / 10 / few.ms,
        1.1,
        ' times',
        'others used the processors meanwhile',
      ),
      most(
        'peak memory of 10,000 files on the command line, beside 1,000',
        many.megabytes / few.megabytes,
        1.25,
        ' times',
        'the list of the files takes 0.3 kB a file',
      ),
    );
  if (activation)
    rows.push(
      most(
        'activate()',
        activation['starl.starl']?.median ?? 0,
        5,
        ' ms',
        'what the features register with the editor',
      ),
    );
  return rows;
}

/** Made-up stories share their few words, which flatters whoever keeps what was read. @param {any} written */
function readOnce({ stories, words, ms }) {
  const own = ms.starl;
  const peers = Object.keys(ms).filter((name) => name !== 'starl' && ms[name] !== undefined);
  const ratios = peers.map((name) => `${rounded(own / ms[name])} times as long as ${NAMES[name] ?? name}`);
  return `The stories above are made up of few words, and sentences recur in them. For ${stories} stories written each in words of their own, ${words.toLocaleString('en')} words read once, Starl takes ${rounded(own / stories)} ms a story: ${ratios.join(', ')}.`;
}

/** @param {Record<string, { ms: number, megabytes: number }>} files runs by how many files */
function ofFiles(files) {
  const runs = Object.entries(files).map(
    ([count, { ms, megabytes }]) =>
      `${Number(count).toLocaleString('en')} in ${rounded(ms / 1000)} s, ${rounded(ms / Number(count))} ms each, at ${megabytes} MB`,
  );
  return `The command line in all threads, stories of 60 words: ${runs.join('; ')}.`;
}

/** The largest shares of a profile, in words. @param {Record<string, number>} shares */
const goesInto = (shares) =>
  Object.entries(shares)
    .slice(0, 4)
    .map(([stage, share]) => `${stage} (${rounded(share)} %)`)
    .join(', ');

/** What is measured in the extension host. */
const IN_HOST = {
  'bench.empty': 'activating an empty extension',
  'starl.starl': 'activating Starl',
  key: 'from a key that cures a finding to the problems without it, in a text of 40 stories',
};

/** @param {any} results */
export function resultsText(results) {
  const {
    machine,
    versions,
    words,
    story,
    again,
    changed,
    document,
    key,
    wordsPerSecond,
    cold,
    memory,
    keyByLength,
    growth,
    commands,
  } = results;
  const linters = Object.keys(story);
  const lines = [
    '# How fast Starl is',
    '',
    `Measured by \`npm run bench\` on ${machine.date}: ${machine.processors} × ${machine.processor}, ${machine.system}, Node ${machine.node}; load average ${machine.load} when it began. All figures are of one run, taken in turns; medians, with the first and third quartile in brackets. Absolute figures drift between machines and with what else they do; ratios within a run hold better, the less else the machine had to do.`,
    '',
    `Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    '',
    '## Beside other linters',
    '',
    `Milliseconds; a story of ${words.story} words that was not read before, one of about as many that was judged before, one that has a sentence more than when it was judged, a document of ${words.document}, one letter typed in the middle of that document; from nothing to the first result in a process of its own, and its peak memory in MB.`,
    '',
    row(['linter', 'story', 'again', 'changed', 'document', 'key', 'words a second', 'first result', 'memory']),
    row(['---', ...Array(8).fill('--:')]),
    ...linters.map((name) =>
      row([
        NAMES[name] ?? name,
        told(story[name]),
        told(again[name]),
        told(changed[name]),
        told(document[name]),
        told(key[name]),
        wordsPerSecond[name].toLocaleString('en'),
        told(cold[name]),
        rounded(memory[name].median),
      ]),
    ),
    '',
    `An empty module takes ${rounded(cold.nothing.median)} ms and ${rounded(memory.nothing.median)} MB there. textlint runs the rules of write-good alone.`,
    '',
    readOnce(results.written),
    '',
    '## Budgets',
    '',
    row(['what', 'budget', 'measured', '']),
    row(['---', '---', '--:', '---']),
    ...budgets(results).map(({ what, budget, measured, met, why }) =>
      row([what, budget, measured, met ? 'met' : `**missed**: ${why}`]),
    ),
    '',
    '## Growth',
    '',
    `One key: ${told(keyByLength[2000])} ms in ${words.document.toLocaleString('en')} words, ${told(keyByLength[100000])} ms in ${words.veryLong.toLocaleString('en')}.`,
    '',
    `A whole text, read anew: ${Object.entries(growth)
      .map(([times, figure]) => `${told(/** @type {any} */ (figure))} ms at ${times} times 2,000 words`)
      .join(', ')}.`,
    '',
    `The command line, stories of 300 words: ${Object.entries(results.workspace)
      .map(([files, { ms, megabytes }]) => `${files} in ${ms} ms at ${megabytes} MB`)
      .join(', ')}.`,
    ...(results.files ? ['', ofFiles(results.files)] : []),
    '',
    '## Where the time goes',
    '',
    'Percent of the time, as sampled by `node --cpu-prof`: stories judged one after the other, keys answered, and from loading the engine to the end of its first story.',
    '',
    row(['what', 'stories', 'keys', 'first story']),
    row(['---', '--:', '--:', '--:']),
    ...Object.keys(results.profiles.stories).map((stage) =>
      row([stage, ...['stories', 'key', 'first'].map((work) => results.profiles[work][stage] ?? 0)]),
    ),
    '',
    '## Command line and bundles',
    '',
    `Bare node ${told(commands.node)} ms, \`starl --version\` ${told(commands['starl --version'])} ms, \`starl lint\` of one story ${told(commands['starl lint'])} ms.`,
    '',
    row(['bundle', 'kB', 'gzip kB']),
    row(['---', '--:', '--:']),
    ...Object.entries(results.sizes).map(([name, { kilobytes, gzip }]) => row([name, kilobytes, gzip])),
    '',
    ...(results.activation
      ? [
          '## In the extension host',
          '',
          row(['what', 'ms']),
          row(['---', '--:']),
          ...Object.entries(IN_HOST).map(([id, what]) =>
            row([what, results.activation[id] ? told(results.activation[id]) : 'not measured']),
          ),
          '',
        ]
      : ['Activation in the extension host was not measured in this run (`npm run bench:activation`).', '']),
  ];
  return lines.join('\n');
}

/** @param {{ median: number, low: number, high: number }} figure */
const told = ({ median, low, high }) => `${rounded(median)} (${rounded(low)}–${rounded(high)})`;
/** @param {number} value */
const rounded = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
/** @param {readonly unknown[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;
