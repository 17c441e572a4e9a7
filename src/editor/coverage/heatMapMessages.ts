// What the heat map and its panel say to one another; `media/heatMap/heatMap.js` keeps to it.
import type { HeatMap } from '../../core/library/heatMap';
import type { Target } from '../../core/library/mapping';

/** To the heat map: all that it shows. */
export interface ShowMessage {
  readonly type: 'show';
  /** The side that is shown until the user chooses one. */
  readonly opening: Target;
  /** The name of the folder, where the workspace has several. */
  readonly folders: readonly { readonly name: string; readonly maps: readonly HeatMap[] }[];
}

/** From the heat map: it is there and has nothing yet, or a story is to be opened. */
export type HeatMapMessage = { readonly type: 'ready' } | { readonly type: 'open'; readonly key: string };

/** Reads what a heat map says; undefined where it makes no sense. */
export function readMessage(message: unknown): HeatMapMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  if (message.type === 'ready') return { type: 'ready' };
  if (message.type === 'open' && 'key' in message && typeof message.key === 'string')
    return { type: 'open', key: message.key };
  return undefined;
}
