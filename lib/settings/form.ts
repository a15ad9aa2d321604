/**
 * The form of a kept value: what was read -> the value, or undefined where it is not of the form. Each page that is
 * opened carries these, so they are a few lines and no library (valibot weighs 3 kB in every page).
 */
export type Form<Value> = (read: unknown) => Value | undefined;

export const oneOf =
  <Value extends string>(values: readonly Value[]): Form<Value> =>
  (read) =>
    values.find((value) => value === read);

export const truth: Form<boolean> = (read) => (typeof read === 'boolean' ? read : undefined);

export const number: Form<number> = (read) => (Number.isFinite(read) ? (read as number) : undefined);

/** A text that no one means to be long. */
export const text: Form<string> = (read) =>
  typeof read === 'string' && read.length <= 300 ? read : undefined;

/** Null, or of the form. */
export const orNull =
  <Value>(form: Form<Value>): Form<Value | null> =>
  (read) =>
    read === null ? null : form(read);

/** A list, each of its members of the form. */
export const list =
  <Value>(form: Form<Value>): Form<readonly Value[]> =>
  (read) => {
    if (!Array.isArray(read)) return undefined;
    const values = read.map(form);
    return values.includes(undefined) ? undefined : (values as Value[]);
  };

const isObject = (read: unknown): read is Record<string, unknown> =>
  typeof read === 'object' && read !== null && !Array.isArray(read);

/** Any names, each with a value of the form. */
export const byName =
  <Value>(form: Form<Value>): Form<Readonly<Record<string, Value>>> =>
  (read) => {
    if (!isObject(read)) return undefined;
    const entries = Object.entries(read).map(([name, value]) => [text(name), form(value)] as const);
    return entries.flat().includes(undefined) ? undefined : Object.fromEntries(entries as [string, Value][]);
  };

/** These names, each of its form; others are left out. */
export const fields =
  <Value extends object>(forms: { readonly [Name in keyof Value]: Form<Value[Name]> }): Form<Value> =>
  (read) => {
    if (!isObject(read)) return undefined;
    const value: Partial<Value> = {};
    for (const name of Object.keys(forms) as (keyof Value & string)[]) {
      const held = forms[name](read[name]);
      if (held === undefined) return undefined;
      value[name] = held;
    }
    return value as Value;
  };
