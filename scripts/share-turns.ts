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
  const reading = readLessons(tables, corpora);
  const turns = Array.from({ length: turnsOf(reading) }, (_, turn) => turn);
  // A process without a parent has nobody to share with.
  const own = turns.filter((turn) => !peer.send || turn % 2 === remainder);
  const models: FlatWords[] = [];
  // Nothing is read from the line before the first wait, so nothing has been missed.
  const others = new Promise<void>((resolve) => {
    let missing = turns.length - own.length;
    if (missing === 0) resolve();
    peer.on('message', (message) => {
      if (!isOfTurn(message)) return;
      models[message.turn] = message.models;
      missing--;
      if (missing === 0) resolve();
    });
  });
  const tell = (message: TurnMessage) =>
    new Promise<void>((resolve, reject) => {
      if (peer.send) peer.send(message, (error) => (error ? reject(error) : resolve()));
      else resolve();
    });
  // All is on the line before the work goes on: what is not would wait for the end of it.
  await Promise.all(
    own.map((turn) => {
      const made = wordsOfTurn(reading, turn);
      models[turn] = made;
      return tell({ turn, models: made });
    }),
  );
  await others;
  // Only the parent ships models; its child chooses the threshold.
  return lessonsOf(reading, models, { withWords: remainder === 1 });
}
