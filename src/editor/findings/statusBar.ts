import {
  Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { affects, readSetting } from '../config/settings';
import { storyAt, toldIn } from '../documents/parts';
import type { Services } from '../services';
import { clockTime, counted } from '../ui/format';
import { cutLabel, markdownText } from '../ui/shownText';
import { GO_TO_PART } from './goToPart';

/** What the status bar says of a story. */
interface Figures {
  readonly title: string;
  readonly seconds: number;
  readonly words: number;
  readonly i: number;
  readonly we: number;
}

/** Shows the spoken time of the story at the cursor, and how often "I" and "we" act in it. */
export function registerStatusBar({ stories }: Services): Disposable {
  let item: StatusBarItem | undefined;
  const show = ({ title, seconds, words, i, we }: Figures) => {
    if (!item) {
      item = window.createStatusBarItem('starl.story', StatusBarAlignment.Right, 90);
      item.name = 'Starl: Story';
      item.command = GO_TO_PART;
    }
    item.text = `$(mic) ${clockTime(seconds)} · I ${i} : we ${we}`;
    const spoken = `${counted(words, 'word')}, ${clockTime(seconds)} when spoken.`;
    const balance = `“I” acts in ${counted(i, 'clause')}, “we” or a group with you in it in ${we}.`;
    item.tooltip = new MarkdownString(
      `${markdownText(cutLabel(title))}\n\n${spoken}\n\n${balance}\n\nClick to see the parts.`,
    );
    item.accessibilityInformation = { label: `Story: ${spoken} ${balance}` };
    item.show();
  };
  const update = (editor: TextEditor | undefined) => {
    const figures = editor && readSetting('statusBar') ? figuresAt(editor) : undefined;
    if (figures) show(figures);
    else item?.hide();
  };
  const figuresAt = ({ document, selection }: TextEditor): Figures | undefined => {
    const report = stories.session(document)?.report;
    if (!report) return undefined;
    const index = storyAt(report, document.offsetAt(selection.active));
    const outline = toldIn(report)[index];
    const ownership = report.stories[index]?.ownership;
    return outline && ownership && { ...outline, ...ownership };
  };
  const updateActive = () => update(window.activeTextEditor);
  return Disposable.from(
    { dispose: () => item?.dispose() },
    stories.onDidJudge(updateActive),
    stories.onDidLeave(updateActive),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(
      ({ textEditor }) => textEditor === window.activeTextEditor && update(textEditor),
    ),
    workspace.onDidChangeConfiguration((event) => affects(event, 'statusBar') && updateActive()),
  );
}
