-- The log is in an Axon Server. What follows from it, and whoever appends must know, is noted here while the lock is held.

-- The last event that is noted. unheard: of decisions up to here nobody knows what they relied on, because whoever made them could not
-- note it.
create table log_end (
    single boolean primary key default true check (single),
    position bigint not null default 0,
    event_id text,
    recorded_at bigint not null default 0,
    unheard bigint not null default 0,
    first_event_id text
);
insert into log_end default values;

-- The number of the last event of each stream.
create table stream_end (
    stream text collate "C" primary key,
    sequence bigint not null
);
