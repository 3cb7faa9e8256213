-- The log: facts are added at the end, never changed, never removed. recorded_at is in microseconds since 1970 (UTC)
-- and never falls as positions rise.
create table if not exists event (
    position integer primary key,
    stream text not null,
    sequence integer not null,
    aggregate_type text not null,
    event_id text not null,
    recorded_at integer not null,
    payload_type text not null,
    payload_revision text,
    payload text not null,
    metadata text not null,
    unique (stream, sequence)
) strict;
create index if not exists event_at on event (recorded_at);
