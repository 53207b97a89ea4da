-- The history of all repositories, which collect.sh has written into moves/ and drift/.
create view moves as
select split_part(parse_filename(filename), '.', 1) as team, *
from read_json('moves/*.jsonl', format = 'newline_delimited', filename = true, columns = {
  kind: 'varchar', root: 'varchar', task: 'bigint', phase: 'varchar', "from": 'varchar', "to": 'varchar',
  follows: 'boolean', legal: 'boolean', rule: 'varchar', reason: 'varchar',
  "commit": 'struct(id varchar, "time" timestamp, author varchar, email varchar, subject varchar)'});

create view drift as
select split_part(parse_filename(filename), '.', 1) as team, *
from read_json('drift/*.jsonl', format = 'newline_delimited', filename = true, columns = {
  root: 'varchar', task: 'bigint', seconds: 'bigint',
  "from": 'struct(id varchar, "time" timestamp, author varchar, email varchar, subject varchar)'});

-- Drift by team and month: how long files disagreed about tasks, by the month in which that began.
copy (
  select team, strftime("from"."time", '%Y-%m') as month, count(*) as intervals, sum(seconds) as seconds
  from drift group by all order by all
) to 'drift-by-team.csv' (header);

-- Illegal moves by author.
copy (
  select "commit".author as author, rule, count(*) as moves
  from moves where not legal group by all order by moves desc, author, rule
) to 'illegal-by-author.csv' (header);

-- The slowest phases: from the beginning of a phase to its end.
copy (
  with steps as (
    select team, filename, root, task, phase, "to" as status, "commit"."time" as begin,
      lead("commit"."time") over (partition by filename, root, task, phase order by "commit"."time") as "end"
    from moves where phase is not null and not follows
  )
  select team, root, task, phase, cast(epoch("end" - begin) as bigint) as seconds
  from steps where status = 'in_progress' and "end" is not null
  order by seconds desc, team, root, task, phase limit 20
) to 'slowest-phases.csv' (header);
