import type { Disposable, ExtensionContext } from 'vscode';
import { registerChecklist } from './editor/checklist/checklist';
import { systemClock } from './editor/clock';
import { createConfigs } from './editor/config/config';
import { registerConfigAssist } from './editor/config/configAssist';
import { registerFrontMatterCompletion } from './editor/config/frontMatterCompletion';
import { registerOpenConfig } from './editor/config/openConfig';
import { registerShowProfile } from './editor/config/showProfile';
import { registerSwitchProfile } from './editor/config/switchProfile';
import { registerCoverage } from './editor/coverage/coverageView';
import { registerHeatMap } from './editor/coverage/heatMap';
import { editorSources } from './editor/documents/documentSources';
import { followDocuments } from './editor/documents/lifecycle';
import { Stories } from './editor/documents/stories';
import { watchFiles } from './editor/files/fileEvents';
import { WriteQueue } from './editor/files/writeQueue';
import { registerDiagnostics } from './editor/findings/diagnostics';
import { registerExplainRule } from './editor/findings/explainRule';
import { registerFixAll } from './editor/findings/fixAll';
import { registerFixes } from './editor/findings/fixes';
import { registerGoToPart } from './editor/findings/goToPart';
import { registerHover } from './editor/findings/hover';
import { registerLanguageStatus } from './editor/findings/languageStatus';
import { registerLenses } from './editor/findings/lenses';
import { registerRulePages } from './editor/findings/rulePages';
import { registerStatusBar } from './editor/findings/statusBar';
import { createEngineLoader } from './editor/lazy/engine';
import { createLibrary } from './editor/library/libraryServices';
import { createLog } from './editor/log';
import { registerAddRound } from './editor/practice/addRound';
import { registerExportCueSheet } from './editor/practice/exportCueSheet';
import { registerMakePlan } from './editor/practice/makePlan';
import { createPractice, registerPractice } from './editor/practice/practice';
import { registerFileDiagnostics } from './editor/problems/fileDiagnostics';
import { registerFileFixes } from './editor/problems/fileFixes';
import type { Services } from './editor/services';
import { registerNewStory } from './editor/setUp/newStory';
import { registerSetUp } from './editor/setUp/setUp';
import { registerWalkthrough } from './editor/setUp/walkthrough';
import { registerShowLog } from './editor/showLog';
import { registerAddFraming } from './editor/stories/addFraming';
import { registerStories } from './editor/stories/storiesView';

const FEATURES: readonly ((services: Services) => Disposable)[] = [
  registerDiagnostics,
  registerFileDiagnostics,
  registerFileFixes,
  registerHover,
  registerFixes,
  registerFixAll,
  registerLenses,
  registerStatusBar,
  registerLanguageStatus,
  registerGoToPart,
  registerRulePages,
  registerExplainRule,
  registerOpenConfig,
  registerShowLog,
  registerNewStory,
  registerFrontMatterCompletion,
  registerConfigAssist,
  registerWalkthrough,
  registerChecklist,
  registerPractice,
  registerMakePlan,
  registerAddRound,
  registerExportCueSheet,
  registerStories,
  registerAddFraming,
  registerCoverage,
  registerHeatMap,
  registerSetUp,
  registerSwitchProfile,
  registerShowProfile,
];

export function activate(context: ExtensionContext): void {
  const log = createLog();
  const files = watchFiles();
  const loadEngine = createEngineLoader();
  const configs = createConfigs(loadEngine, files, log, systemClock);
  const stories = new Stories({
    loadEngine,
    resolve: configs.resolve,
    onDidChangeSettings: configs.onDidChange,
    failed: ({ uri }, error) => log.error(`Could not judge ${uri.path}`, error),
  });
  const shared = { context, log, clock: systemClock, writes: new WriteQueue(), files, loadEngine, configs, stories };
  const library = createLibrary(shared);
  const practice = createPractice(shared);
  const services: Services = { ...shared, library, practice };
  const features = FEATURES.map((register) => register(services));
  // The features come first, so that they hear of the documents that are open already.
  const following = followDocuments(editorSources(files), stories);
  context.subscriptions.push(log, files, configs, stories, library, practice, ...features, following);
}
