import type { Disposable, ExtensionContext } from 'vscode';
import { registerAddFraming } from './editor/addFraming';
import { registerAddRound } from './editor/addRound';
import { registerChecklist } from './editor/checklist';
import { systemClock } from './editor/clock';
import { createConfigs } from './editor/config';
import { registerConfigAssist } from './editor/configAssist';
import { registerCoverage } from './editor/coverageView';
import { registerDiagnostics } from './editor/diagnostics';
import { editorSources } from './editor/documentSources';
import { createEngineLoader } from './editor/engine';
import { registerExplainRule } from './editor/explainRule';
import { registerExportCueSheet } from './editor/exportCueSheet';
import { registerFileDiagnostics } from './editor/fileDiagnostics';
import { watchFiles } from './editor/fileEvents';
import { registerFileFixes } from './editor/fileFixes';
import { registerFixAll } from './editor/fixAll';
import { registerFixes } from './editor/fixes';
import { registerFrontMatterCompletion } from './editor/frontMatterCompletion';
import { registerGoToPart } from './editor/goToPart';
import { registerHeatMap } from './editor/heatMap';
import { registerHover } from './editor/hover';
import { registerLanguageStatus } from './editor/languageStatus';
import { registerLenses } from './editor/lenses';
import { createLibrary } from './editor/libraryServices';
import { followDocuments } from './editor/lifecycle';
import { createLog } from './editor/log';
import { registerMakePlan } from './editor/makePlan';
import { registerNewStory } from './editor/newStory';
import { registerOpenConfig } from './editor/openConfig';
import { createPractice, registerPractice } from './editor/practice';
import { registerRulePages } from './editor/rulePages';
import type { Services } from './editor/services';
import { registerSetUp } from './editor/setUp';
import { registerShowLog } from './editor/showLog';
import { registerShowProfile } from './editor/showProfile';
import { registerStatusBar } from './editor/statusBar';
import { Stories } from './editor/stories';
import { registerStories } from './editor/storiesView';
import { registerSwitchProfile } from './editor/switchProfile';
import { registerWalkthrough } from './editor/walkthrough';

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
  const configs = createConfigs(loadEngine, files, log);
  const stories = new Stories({
    loadEngine,
    resolve: configs.resolve,
    onDidChangeSettings: configs.onDidChange,
    failed: ({ uri }, error) => log.error(`Could not judge ${uri.path}`, error),
  });
  const shared = { context, log, clock: systemClock, files, loadEngine, configs, stories };
  const library = createLibrary(shared);
  const practice = createPractice(shared);
  const services: Services = { ...shared, library, practice };
  const features = FEATURES.map((register) => register(services));
  // The features come first, so that they hear of the documents that are open already.
  const following = followDocuments(editorSources(files), stories);
  context.subscriptions.push(log, files, configs, stories, library, practice, ...features, following);
}
