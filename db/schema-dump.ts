/** The schema of a database as text, from its catalogs: what `schema.sql` holds, so that every migration shows as a diff of it. */
import pg from 'pg';

const query = `
with tables as (
  select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations'
), lines as (
  select relname, 1 as part, attnum::text as place,
    format('column %I %s%s%s', attname, format_type(atttypid, atttypmod), case when attnotnull then ' not null' else '' end,
      case when d.oid is null then '' when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
        else ' default ' || pg_get_expr(adbin, adrelid) end) as line
  from tables join pg_attribute a on attrelid = tables.oid and attnum > 0 and not attisdropped
    left join pg_attrdef d on adrelid = attrelid and adnum = attnum
  union all
  select relname, 2, conname, format('constraint %I %s', conname, pg_get_constraintdef(c.oid))
  from tables join pg_constraint c on conrelid = tables.oid where contype <> 'n'
  union all
  select relname, 3, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
  from tables join pg_index i on indrelid = tables.oid where not exists (select from pg_constraint where conindid = i.indexrelid)
  union all
  select relname, 4, tgname, pg_get_triggerdef(t.oid) from tables join pg_trigger t on tgrelid = tables.oid where not tgisinternal
)
select relname as table, line from lines order by relname, part, case when part = 1 then lpad(place, 5, '0') else place end`;

const functions = `
select pg_get_functiondef(p.oid) as definition from pg_proc p
where pronamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = p.oid and deptype = 'e') order by proname`;

export async function dumpSchema(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; line: string }>(query);
    const { rows: code } = await client.query<{ definition: string }>(functions);
    const tables = [...new Set(rows.map((r) => r.table))].map((table) =>
      [`table ${table}`, ...rows.filter((r) => r.table === table).map((r) => `  ${r.line}`)].join('\n'),
    );
    return `${['-- Written by `npx tsx db/write-schema.ts`: what the migrations give. Do not edit.', ...tables, ...code.map((c) => c.definition.trimEnd())].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}
