-- Every row is true for valid_from <= position < valid_to; 9223372036854775807 means "still".
-- valid_to stands before valid_from in every index: of the rows not yet over, the current one is the only one.
-- Lists of calls are the exception: they go by when calls began, and few rows of a call are ever over.
-- Projections look up by primary keys and unique indexes only: the other indexes are made when views that are built anew are complete.
-- A table without long texts may keep its rows in its primary key (without rowid), and a position or a time that is a key is the number of its
-- row (integer primary key): one tree less to write and to look into. An index ends with the number of the row, or its key, by itself.

-- Of these tables, and of the projections that made the rows.
create table if not exists view_schema (
    version integer not null,
    revision integer not null
);

-- Events that are not in the views because a projection failed on them, as error says, or on one before in the same stream. Not a
-- view itself: a row goes when the event is taken in after all.
create table if not exists dead_letter (
    position integer primary key,
    event_id text not null,
    stream text not null,
    type text not null,
    recorded_at text not null,
    error text,
    attempts integer not null
);
create unique index if not exists dead_letter_of_stream on dead_letter (stream, position);

-- Who made what so, and when: every event of the log. Where it stands in the stream of a thing that clients know, it says which
-- thing that is and what it was called; the account is the thing's, the project the one that it concerns.
create table if not exists recorded_event (
    position integer primary key,
    id text not null,
    type text not null,
    recorded_at text not null,
    actor_kind text not null,
    actor_id bigint not null,
    subject_kind text,
    subject_id bigint,
    subject_public_id text,
    subject_name text,
    account_id bigint,
    project_id bigint,
    request_id text not null,
    correlation_id text,
    causation_id text,
    client_address text,
    user_agent text,
    reason text,
    cause_kind text,
    cause_position bigint,
    version bigint not null
);
create index if not exists recorded_event_of_account on recorded_event (account_id) where account_id is not null;
create index if not exists recorded_event_by_type on recorded_event (account_id, type) where account_id is not null;
create index if not exists recorded_event_by_actor
    on recorded_event (account_id, actor_kind, actor_id) where account_id is not null;
create index if not exists recorded_event_by_actor_and_type
    on recorded_event (account_id, actor_kind, actor_id, type) where account_id is not null;
create index if not exists recorded_event_of_subject
    on recorded_event (account_id, subject_kind, subject_id) where account_id is not null;
create index if not exists recorded_event_of_request
    on recorded_event (account_id, request_id) where account_id is not null;

-- The projects whose keys may read of an event, and the things that it links with its own.
create table if not exists recorded_event_of_project (
    project_id bigint not null,
    position bigint not null,
    primary key (project_id, position)
) without rowid;
create table if not exists recorded_link (
    kind text not null,
    id bigint not null,
    position bigint not null,
    primary key (kind, id, position)
) without rowid;

-- The last position that was recorded at or before a time, in microseconds since 1970: that of the last row up to it. Times that
-- were overtaken, because the clock was set back, are not there.
create table if not exists recorded_moment (
    recorded_at integer primary key,
    position bigint not null
);

create table if not exists account (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    name text not null,
    created_at text not null,
    primary key (id, valid_to)
) without rowid;

create table if not exists api_key (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    name text not null,
    prefix text not null,
    permissions text not null,
    project_id bigint,
    expires_at text,
    created_at text not null,
    primary key (id, valid_to)
) without rowid;
create index if not exists api_key_of_account on api_key (account_id, valid_to, valid_from, id);
create index if not exists api_key_of_project on api_key (project_id, valid_to, valid_from, id);

-- active_since is the position since which somebody or something is active, or is not.
create table if not exists operator (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    name text not null,
    sort_key bytea not null,
    initials text not null,
    phone_number text not null,
    email text,
    active boolean not null,
    active_since bigint not null,
    primary key (id, valid_to)
) without rowid;
create index if not exists operator_of_account on operator (account_id, valid_to, valid_from, sort_key, id);
-- For those who take out all versions, in an order that stays when one is over.
create index if not exists operator_history on operator (account_id, id, valid_from);

create table if not exists operator_project (
    operator_id bigint not null,
    project_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    primary key (operator_id, project_id, valid_to)
) without rowid;
create unique index if not exists project_of_operator on operator_project (operator_id, valid_to, valid_from, project_id);
create index if not exists operator_of_project on operator_project (project_id, valid_to, valid_from, operator_id);

create table if not exists project (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    name text not null,
    sort_key bytea not null,
    language text not null,
    description text,
    industry text,
    goal_language text,
    summary_language text,
    long_pause_threshold_seconds integer,
    transcription_hints text,
    retention_days integer,
    quality_baseline_enabled boolean not null,
    quality_baseline_pct double precision,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists project_of_account on project (account_id, valid_to, valid_from, sort_key, id);

-- served_project_id is the project that the number serves or served last; fallback_since the position that set the fallback.
create table if not exists virtual_number (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    project_id bigint,
    served_project_id bigint,
    phone_number text not null,
    country_code text not null,
    name text,
    active boolean not null,
    active_since bigint not null,
    recording boolean not null,
    routing_strategy text not null,
    ring_timeout_seconds integer not null,
    fallback_type text not null,
    fallback_phone_number text,
    fallback_virtual_number_id bigint,
    fallback_since bigint not null,
    primary key (id, valid_to)
);
create index if not exists virtual_number_of_account on virtual_number (account_id, valid_to, valid_from, id);
create index if not exists virtual_number_of_project on virtual_number (project_id, valid_to, valid_from, id);
create index if not exists virtual_number_of_served_project on virtual_number (served_project_id, valid_to, valid_from, id);
create index if not exists virtual_number_history on virtual_number (account_id, id, valid_from);

-- The ring order of a number is by rank, then place: the position that put the operator there, and its place in a new order.
create table if not exists attachment (
    virtual_number_id bigint not null,
    operator_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    rank bigint not null,
    place integer not null,
    ring_seconds integer,
    primary key (virtual_number_id, valid_to, operator_id)
) without rowid;
create index if not exists attachment_of_operator on attachment (operator_id, valid_to, valid_from, virtual_number_id);

-- What was decided stays so. next_turn is the turn after the highest of the number's so far, this one included.
create table if not exists route (
    position bigint not null,
    virtual_number_id bigint not null,
    turn bigint not null,
    call_id bigint not null,
    decided_at bigint not null,
    next_turn bigint not null,
    primary key (virtual_number_id, turn)
) without rowid;
create unique index if not exists route_of_number on route (virtual_number_id, position, next_turn);
create index if not exists route_of_call on route (call_id, virtual_number_id, position);

create table if not exists held_phone_number (
    phone_number text not null,
    virtual_number_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    primary key (phone_number, valid_to)
) without rowid;

create table if not exists call (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    virtual_number_id bigint not null,
    external_id text,
    direction text not null,
    phone_number text,
    caller_name text,
    call_status text not null,
    call_duration bigint not null,
    operator_id bigint,
    ai_handled boolean not null,
    transcript_summary text,
    started_at bigint not null,
    ended_at bigint,
    primary key (id, valid_to)
);
create index if not exists call_of_account on call (account_id, started_at, id, valid_to);
create index if not exists call_of_number on call (virtual_number_id, started_at, id, valid_to);
create index if not exists call_of_kind on call (virtual_number_id, call_status, direction, started_at, id, valid_to);
create index if not exists call_of_operator
    on call (operator_id, started_at, id, valid_to, virtual_number_id, call_status, direction);

-- After what time no call of the account began that was known at a position: kept as it rises. Calls are listed from there on, not
-- from the last of those that came to be known since.
create table if not exists call_horizon (
    account_id bigint not null,
    position bigint not null,
    started_at bigint not null,
    primary key (account_id, position)
) without rowid;

create table if not exists call_reference (
    virtual_number_id bigint not null,
    external_id text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    call_id bigint not null,
    primary key (virtual_number_id, external_id, valid_to)
) without rowid;

-- What calls come to that do not ring any more: all of a number, or of an operator on a number, and by the hour in which they
-- began, counted since 1970, with its quarters apart, because the clocks of the world differ by quarters of an hour. Seconds
-- are those of answered calls.
-- By the indexes of what is over, the sum that was true long ago is found among all that took its place since.
create table if not exists call_total_of_number (
    virtual_number_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    calls bigint not null,
    answered bigint not null,
    seconds bigint not null,
    primary key (virtual_number_id, valid_to)
) without rowid;
create table if not exists call_total_of_operator (
    operator_id bigint not null,
    virtual_number_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    calls bigint not null,
    answered bigint not null,
    seconds bigint not null,
    primary key (operator_id, valid_to, virtual_number_id)
) without rowid;
create index if not exists call_total_of_operator_over
    on call_total_of_operator (operator_id, virtual_number_id, valid_to) where valid_to < 9223372036854775807;
create table if not exists call_tally_of_number (
    virtual_number_id bigint not null,
    hour bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    calls_q0 bigint not null,
    answered_q0 bigint not null,
    seconds_q0 bigint not null,
    calls_q1 bigint not null,
    answered_q1 bigint not null,
    seconds_q1 bigint not null,
    calls_q2 bigint not null,
    answered_q2 bigint not null,
    seconds_q2 bigint not null,
    calls_q3 bigint not null,
    answered_q3 bigint not null,
    seconds_q3 bigint not null,
    primary key (virtual_number_id, valid_to, hour)
) without rowid;
create index if not exists call_tally_of_number_over
    on call_tally_of_number (virtual_number_id, hour, valid_to) where valid_to < 9223372036854775807;
create table if not exists call_tally_of_operator (
    operator_id bigint not null,
    virtual_number_id bigint not null,
    hour bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    calls_q0 bigint not null,
    answered_q0 bigint not null,
    seconds_q0 bigint not null,
    calls_q1 bigint not null,
    answered_q1 bigint not null,
    seconds_q1 bigint not null,
    calls_q2 bigint not null,
    answered_q2 bigint not null,
    seconds_q2 bigint not null,
    calls_q3 bigint not null,
    answered_q3 bigint not null,
    seconds_q3 bigint not null,
    primary key (operator_id, valid_to, hour, virtual_number_id)
) without rowid;
create index if not exists call_tally_of_operator_over
    on call_tally_of_operator (operator_id, virtual_number_id, hour, valid_to) where valid_to < 9223372036854775807;

create table if not exists agent (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    email text not null,
    first_name text not null,
    last_name text not null,
    enabled boolean not null,
    availability text not null,
    api_key text,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists agent_of_account on agent (account_id, valid_to, valid_from);
create index if not exists agent_by_email on agent (account_id, email, valid_to);
create index if not exists agent_by_availability on agent (availability, valid_to, valid_from, id, account_id);

create table if not exists agent_role (
    agent_id bigint not null,
    role_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    primary key (agent_id, valid_to, role_id)
) without rowid;
create index if not exists agent_with_role on agent_role (role_id, valid_to, valid_from, agent_id);

create table if not exists agent_team (
    agent_id bigint not null,
    team_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    primary key (agent_id, valid_to, team_id)
) without rowid;
create index if not exists member_of_team on agent_team (team_id, valid_to, valid_from, agent_id);

create table if not exists team (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    name text not null,
    emoji text,
    assignment_type text not null,
    timezone text not null,
    assignment_limit integer not null,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists team_of_account on team (account_id, valid_to, valid_from);

create table if not exists role (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    name text not null,
    description text not null,
    permissions text not null,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists role_of_account on role (account_id, valid_to, valid_from, id);

-- What was done stays so, in the words and under the names of its time; at is in milliseconds since 1970.
create table if not exists activity (
    position integer primary key,
    account_id bigint not null,
    at bigint not null,
    type text not null,
    description text not null,
    actor_id bigint,
    target_type text not null,
    target_id bigint not null,
    ip text
);
create index if not exists activity_of_account on activity (account_id);

-- How many entries the activity log of an account has.
create table if not exists activity_total (
    account_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    entries bigint not null,
    primary key (account_id, valid_to)
) without rowid;

create table if not exists accepted_request (
    request_key text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    fingerprint text not null,
    result bigint not null,
    accepted_at text not null,
    primary key (request_key, valid_to)
) without rowid;

-- What a mail says never changes, how far it is does.
create table if not exists mail (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    kind text not null,
    about text not null,
    sender text,
    sender_name text,
    recipient text not null,
    recipient_name text,
    reply_to text,
    subject text not null,
    text_part text not null,
    html_part text not null,
    queued_at text not null,
    primary key (id, valid_to)
);

-- due_at is in milliseconds of the epoch: when the next attempt may be made or, of a mail that is attempted, when that began.
create table if not exists mail_delivery (
    mail_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    status text not null,
    attempts integer not null,
    due_at bigint,
    reason text,
    since text not null,
    primary key (mail_id, valid_to)
) without rowid;
create index if not exists mail_delivery_by_status on mail_delivery (status, valid_to, due_at, mail_id, valid_from);

-- What has a UUID is listed by the position at which it was created.
create table if not exists assistant (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    uuid text not null,
    name text not null,
    description text,
    created bigint not null,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists assistant_by_uuid on assistant (uuid, valid_to, valid_from);
create index if not exists assistant_of_account on assistant (account_id, valid_to, valid_from, created, id);

-- next_check_at is in milliseconds of the epoch; ownership, spf, dkim and mx are what the last look-up came to.
create table if not exists domain (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    uuid text not null,
    name text not null,
    ownership_text text not null,
    spf_text text not null,
    dkim_selector text not null,
    dkim_text text not null,
    mail_host text not null,
    status text not null,
    ownership text,
    spf text,
    dkim text,
    mx text,
    next_check_at bigint,
    created bigint not null,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists domain_by_uuid on domain (uuid, valid_to, valid_from);
create index if not exists domain_of_account on domain (account_id, valid_to, valid_from, created, id);
create index if not exists domain_to_check on domain (valid_to, next_check_at, id, valid_from) where next_check_at is not null;

create table if not exists identity (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    uuid text not null,
    domain_id bigint not null,
    assistant_id bigint,
    local_part text not null,
    email_address text not null,
    display_name text not null,
    reply_to_email text,
    text_signature text,
    html_signature text,
    thread_history_depth integer not null,
    status text not null,
    approval_channel text not null,
    cold_sending_allowed boolean not null,
    auto_approval_enabled boolean not null,
    created bigint not null,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists identity_by_uuid on identity (uuid, valid_to, valid_from);
create index if not exists identity_of_account on identity (account_id, valid_to, valid_from, created, id);
create index if not exists identity_of_domain on identity (domain_id, valid_to, valid_from);
create index if not exists identity_of_assistant on identity (assistant_id, valid_to, valid_from, id);

-- reached_position is where the replay differed, switched or failed; its differences have a row of their own for each table,
-- with some of its rows as lines.
create table if not exists replay (
    id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    account_id bigint not null,
    projection text not null,
    status text not null,
    events_per_second integer,
    started_position bigint not null,
    reached_position bigint,
    error text,
    created_at text not null,
    updated_at text not null,
    primary key (id, valid_to)
);
create index if not exists replay_of_projection on replay (projection, valid_to, valid_from, id);
create index if not exists replay_by_status on replay (projection, status, valid_to, valid_from, id);

create table if not exists replay_difference (
    replay_id bigint not null,
    table_name text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    version bigint not null,
    only_in_old bigint not null,
    only_in_new bigint not null,
    some_rows text not null,
    primary key (replay_id, valid_to, table_name)
) without rowid;
