// The library ships no types; these are of the parts in use.
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    /** Parsed records as CSL-JSON, with marks of the library's own in keys that begin with `_`. */
    readonly data: readonly Record<string, unknown>[];
    format(
      name: 'bibliography',
      options: Record<string, unknown> & { asEntryArray: true },
    ): [string, string][];
    format(name: 'bibtex' | 'ris'): string;
  }
  export const plugins: { readonly config: { get(name: '@bibtex'): { format: Record<string, boolean> } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
