/** Gives a table of functions their first argument. */

type Bound<F, World> = F extends (world: World, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

export type BoundTo<Table, World> = { readonly [Name in keyof Table]: Bound<Table[Name], World> };

export const bind = <World, Table extends object>(world: World, table: Table): BoundTo<Table, World> =>
  Object.fromEntries(
    Object.entries(table).map(([name, act]) => [
      name,
      (...rest: unknown[]) => (act as (world: World, ...rest: unknown[]) => unknown)(world, ...rest),
    ]),
  ) as BoundTo<Table, World>;
