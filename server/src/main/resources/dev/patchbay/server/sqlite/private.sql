-- What must never be in the log, and cannot be derived from it.

-- The SHA-256 digest of each API key; the key itself is nowhere. announced: it is the first key, and was shown.
create table if not exists credential (
    api_key_id integer primary key,
    digest text not null unique,
    announced integer not null default 0
) strict;

-- When a key was last used, in milliseconds since 1970 (UTC), a few seconds late.
create table if not exists key_use (
    api_key_id integer primary key,
    last_used_at integer not null
) strict;

-- The SHA-256 digest of the secret of each pair of keys that was ever made for an agent. announced: whoever runs the
-- server comes in with it, because it was shown or set last; at most one.
create table if not exists agent_credential (
    api_key text primary key,
    agent_id integer not null,
    secret_digest text not null,
    announced integer not null default 0
) strict;

-- When an agent last acted, and with which key, in milliseconds since 1970 (UTC), a few seconds late.
create table if not exists agent_use (
    agent_id integer primary key,
    api_key text not null,
    last_active_at integer not null
) strict;

-- Refusals given to requests with an Idempotency-Key, to be repeated for 24 hours; milliseconds since 1970 (UTC).
create table if not exists retained_answer (
    request_key text primary key,
    fingerprint text not null,
    status integer not null,
    headers text not null,
    body text not null,
    answered_at integer not null
) strict;
create index if not exists retained_answer_at on retained_answer (answered_at);
