import type { FlatWords, LexiconTables } from '../lib/claims/tables.ts';
import type { CorpusDocument } from './corpus.ts';
import { type Lessons, lessonsOf, readLessons, turnsOf, wordsOfTurn } from './train-models.ts';

/** What one of two processes tells the other of a turn's word models. */
interface TurnMessage {
  readonly turn: number;
  readonly models: FlatWords;
}

/** The other process: a child of this one, or this one's own end of the line to its parent. */
interface Peer {
  send?(message: TurnMessage, sent: (error: Error | null) => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

const isOfTurn = (message: unknown): message is TurnMessage =>
  typeof message === 'object' && message !== null && 'turn' in message;

/**
 * Prepares the same lessons in two processes at once: word models are most of the work, and each process trains those
 * of every second turn and sends them to the other. `remainder` is 0 in one and 1 in the other. The examples stay
 * where they are: to send them would take gigabytes.
 */
export async function prepareLessonsWith(
  peer: Peer,
  remainder: 0 | 1,
  tables: LexiconTables,
  corpora: readonly (readonly CorpusDocument[])[],
): Promise<Lessons> {
  const models: FlatWords[] = [];
  let missing = Number.POSITIVE_INFINITY;
  const all = new Promise<void>((resolve) => {
    peer.on('message', (message) => {
      if (!isOfTurn(message)) return;
      models[message.turn] = message.models;
      missing--;
      if (missing === 0) resolve();
    });
  });
  const reading = readLessons(tables, corpora);
  const turns = Array.from({ length: turnsOf(reading) }, (_, turn) => turn);
  // A process without a parent has nobody to share with.
  const own = turns.filter((turn) => !peer.send || turn % 2 === remainder);
  // Nothing is read from the line before the first wait below.
  missing = turns.length - own.length;
  const told: Promise<void>[] = [];
  for (const turn of own) {
    const made = wordsOfTurn(reading, turn);
    models[turn] = made;
    if (peer.send)
      told.push(
        new Promise((resolve, reject) => {
          peer.send?.({ turn, models: made }, (error) => (error ? reject(error) : resolve()));
        }),
      );
  }
  // What is not on the line before the work goes on has to wait for the end of it.
  await Promise.all(told);
  if (missing > 0) await all;
  return lessonsOf(reading, models);
}
