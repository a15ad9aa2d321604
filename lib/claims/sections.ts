import type { Sentence } from './sentence.ts';

/** A part of a page from a heading to the next, the heading included. */
export interface Section {
  /** How many sentences it has, and how many of them speak of recovery. */
  readonly all: number;
  readonly recovery: number;
}

/** The section of each block, told by its sentences; `begins` says whether a block begins one, `isOnRecovery` what to count. */
export function sectionsOf(
  blocks: readonly (readonly Sentence[])[],
  begins: (block: number) => boolean,
  isOnRecovery: (sentence: Sentence) => boolean,
): readonly Section[] {
  let section = { all: 0, recovery: 0 };
  return blocks.map((sentences, at) => {
    if (begins(at)) section = { all: 0, recovery: 0 };
    section.all += sentences.length;
    section.recovery += sentences.filter(isOnRecovery).length;
    return section;
  });
}
