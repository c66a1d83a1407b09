import type { Database } from '../pool.ts';

/** Statements of one kind, each built once per database for its shape: building one takes longer than many a page. */
export function preparedByShape<Shape extends object, Statement>(build: (db: Database['db'], shape: Shape) => Statement): (db: Database['db'], shape: Shape) => Statement {
  const built = new WeakMap<Database['db'], Map<string, Statement>>();
  return (db, shape) => {
    const known = built.get(db) ?? new Map<string, Statement>();
    built.set(db, known);
    const name = JSON.stringify(shape);
    const statement = known.get(name) ?? build(db, shape);
    known.set(name, statement);
    return statement;
  };
}
