-- The log: facts are added at the end, never changed, never removed. recorded_at is in microseconds since 1970 (UTC)
-- and never falls as positions rise.
create table event (
    position bigint primary key,
    stream text collate "C" not null,
    sequence bigint not null,
    aggregate_type text not null,
    event_id text not null,
    recorded_at bigint not null,
    payload_type text not null,
    payload_revision text,
    payload text not null,
    metadata text not null,
    unique (stream, sequence)
);
create index event_at on event (recorded_at);

-- Whoever appends locks the one row until the end of its transaction: appends come one after the other, and positions without
-- holes. version is that of these tables.
create table log_lock (
    single boolean primary key default true check (single),
    version integer not null
);
insert into log_lock (version) values (1);

-- The position of the last decision that was made from a stream without adding to it.
create table reliance (
    stream text collate "C" primary key,
    position bigint not null
);

-- What must never be in the log, and cannot be derived from it.

-- The SHA-256 digest of each API key; the key itself is nowhere. announced: it is the first key, and was shown.
create table credential (
    api_key_id bigint primary key,
    digest text not null unique,
    announced integer not null default 0
);

-- When a key was last used, in milliseconds since 1970 (UTC), a few seconds late.
create table key_use (
    api_key_id bigint primary key,
    last_used_at bigint not null
);

-- The SHA-256 digest of the secret of each pair of keys that was ever made for an agent. announced: whoever runs the
-- servers comes in with it, because it was shown or set last; at most one.
create table agent_credential (
    api_key text collate "C" primary key,
    agent_id bigint not null,
    secret_digest text not null,
    announced integer not null default 0
);

-- When an agent last acted, and with which key, in milliseconds since 1970 (UTC), a few seconds late.
create table agent_use (
    agent_id bigint primary key,
    api_key text not null,
    last_active_at bigint not null
);

-- Refusals given to requests with an Idempotency-Key, to be repeated for 24 hours; milliseconds since 1970 (UTC).
create table retained_answer (
    request_key text collate "C" primary key,
    fingerprint text not null,
    status integer not null,
    headers text not null,
    body text not null,
    answered_at bigint not null
);
create index retained_answer_at on retained_answer (answered_at);
