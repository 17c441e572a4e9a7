// The heat map of stories: a table for the eye and for screen readers, gone through with the arrow keys.
// Whatever comes from files becomes text here, never markup.
(() => {
  const host = acquireVsCodeApi();
  const main = document.getElementById('main');
  const STATES = {
    gap: 'gap, no story',
    partial: 'only in part',
    single: 'covered, by one story alone',
    covered: 'covered',
  };
  const SYMBOLS = { strong: '●', partial: '◐' };
  const TARGETS = { competencies: 'Competencies', questions: 'Questions' };
  /** What is shown, and what had the focus last; it survives that the panel is hidden. */
  let state = { row: 0, column: 0, ...host.getState() };
  let shown = [];
  /** The side that is shown until the user chooses one. */
  let opening = 'competencies';
  const targetNow = () => state.target ?? opening;

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    return element;
  };
  const remember = (changes) => {
    state = { ...state, ...changes };
    host.setState(state);
  };
  const open = (key) => host.postMessage({ type: 'open', key });

  const switcher = () => {
    const group = make('div', '', { class: 'switch', role: 'group', 'aria-label': 'What stories are set against' });
    for (const [target, label] of Object.entries(TARGETS)) {
      const button = make('button', label, { 'aria-pressed': targetNow() === target });
      button.addEventListener('click', () => {
        remember({ target, row: 0, column: 0 });
        draw();
        main.querySelector(`button[aria-pressed="true"]`)?.focus();
      });
      group.append(button);
    }
    return group;
  };

  const legend = () => {
    const list = make('p', '', { class: 'legend' });
    list.append(
      make('span', '● strong', { class: 'strong' }),
      make('span', '◐ partial', { class: 'partial' }),
      make('span', '… the story lacks a part, or has a thin one'),
      make('span', '○ gap: no story yet'),
    );
    return list;
  };

  const headRow = (columns) => {
    const row = make('tr');
    row.append(make('th', 'Story', { scope: 'col', class: 'corner' }));
    columns.forEach(({ title, state: covered, count }, index) => {
      const cell = make('th', '', {
        scope: 'col',
        'data-column': index,
        class: covered,
        title: `${title}: ${STATES[covered]}`,
      });
      const label = make('span', title, { class: 'label' });
      const figure = make('span', covered === 'gap' ? '○' : String(count), {
        class: 'figure',
        'aria-label': STATES[covered],
      });
      cell.append(label, figure);
      row.append(cell);
    });
    return row;
  };

  const bodyRow = ({ key, title, lacks, cells }, rowIndex, columns) => {
    const row = make('tr', '', { 'data-key': key });
    const name = title || 'Untitled';
    const head = make('th', name, {
      scope: 'row',
      tabindex: -1,
      'data-row': rowIndex,
      'data-column': -1,
      title: lacks ? `${name}\n${lacks}` : name,
    });
    row.append(head);
    cells.forEach((grade, index) => {
      const told =
        grade && lacks ? `${grade}, but the story is not told to the end: ${lacks}` : (grade ?? 'not mapped');
      row.append(
        make('td', grade ? `${SYMBOLS[grade]}${lacks ? '…' : ''}` : '', {
          role: 'gridcell',
          tabindex: -1,
          class: grade ?? 'none',
          'data-row': rowIndex,
          'data-column': index,
          'aria-label': `${name}, ${columns[index].title}: ${told}`,
          title: `${name}\n${columns[index].title}: ${told}`,
        }),
      );
    });
    return row;
  };

  const tableOf = ({ target, columns, rows }, name) => {
    const table = make('table', '', { role: 'grid', 'aria-readonly': 'true' });
    const count = (...states) => columns.filter(({ state: of }) => states.includes(of)).length;
    const figures = [
      `${count('covered', 'single')} of ${columns.length} ${target} covered`,
      ...(count('partial') > 0 ? [`${count('partial')} only in part`] : []),
      `${count('gap')} without a story`,
    ];
    const stories = rows.length === 1 ? '1 story' : `${rows.length} stories`;
    table.append(make('caption', `${name ? `${name}: ` : ''}${stories}, ${figures.join(', ')}`));
    const head = make('thead');
    head.append(headRow(columns));
    const body = make('tbody');
    body.append(...rows.map((row, index) => bodyRow(row, index, columns)));
    table.append(head, body);
    return table;
  };

  const cellAt = (table, row, column) => table?.querySelector(`[data-row="${row}"][data-column="${column}"]`);

  /** One cell can be reached by Tab; the arrow keys move from it. */
  const enter = (cell, focus = true) => {
    const table = cell.closest('table');
    for (const other of table.querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    if (focus) cell.focus();
    remember({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
    for (const old of table.querySelectorAll('.here')) old.classList.remove('here');
    table.querySelector(`thead [data-column="${cell.dataset.column}"]`)?.classList.add('here');
  };

  const MOVES = {
    ArrowUp: (row, column) => [row - 1, column],
    ArrowDown: (row, column) => [row + 1, column],
    ArrowLeft: (row, column) => [row, column - 1],
    ArrowRight: (row, column) => [row, column + 1],
    Home: (row) => [row, -1],
    End: (row, _column, { columns }) => [row, columns.length - 1],
  };

  main.addEventListener('keydown', (event) => {
    const cell = event.target.closest('[data-row]');
    if (!cell) return;
    const table = cell.closest('table');
    if (event.key === 'Enter' || event.key === ' ') open(cell.parentElement.dataset.key);
    else {
      const map = shown[Number(table.dataset.index)];
      let to = MOVES[event.key]?.(Number(cell.dataset.row), Number(cell.dataset.column), map);
      if (to && event.ctrlKey)
        to = [event.key === 'Home' ? 0 : event.key === 'End' ? map.rows.length - 1 : to[0], to[1]];
      const next = to && cellAt(table, ...to);
      if (!to) return;
      if (next) enter(next);
    }
    event.preventDefault();
  });
  // Just opened, the page itself has the focus.
  document.addEventListener('keydown', (event) => {
    if (event.target !== document.body || !(event.key in MOVES)) return;
    main.querySelector('table [tabindex="0"]')?.focus();
    event.preventDefault();
  });
  main.addEventListener('click', (event) => {
    const cell = event.target.closest('[data-row]');
    if (!cell) return;
    enter(cell);
    open(cell.parentElement.dataset.key);
  });
  main.addEventListener('focusin', (event) => {
    const cell = event.target.closest('[data-row]');
    if (cell) enter(cell, false);
  });

  let folders = [];
  const draw = () => {
    const hadFocus = document.activeElement?.closest('table') != null;
    shown = folders.map(({ maps }) => maps.find(({ target }) => target === targetNow()));
    if (folders.length === 0) {
      main.replaceChildren(make('p', 'There is no story here yet.'));
      return;
    }
    const tables = shown.map((map, index) => {
      const table = tableOf(map, folders[index].name);
      table.dataset.index = String(index);
      return table;
    });
    const regions = tables.map((table) => {
      const region = make('div', '', { class: 'scroll' });
      region.append(table);
      return region;
    });
    main.replaceChildren(make('h1', 'Story Heat Map'), switcher(), legend(), ...regions);
    for (const [index, table] of tables.entries()) {
      const cell = cellAt(table, state.row, state.column) ?? cellAt(table, 0, 0) ?? cellAt(table, 0, -1);
      if (cell) enter(cell, index === 0 && hadFocus);
    }
  };

  window.addEventListener('message', ({ data }) => {
    if (data?.type !== 'show') return;
    folders = data.folders;
    opening = data.opening;
    draw();
  });
  host.postMessage({ type: 'ready' });
})();
