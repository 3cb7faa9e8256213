-- What Axon's JDBC store writes to, as its table factories make it.
create table if not exists DomainEventEntry (
    globalIndex integer primary key autoincrement,
    aggregateIdentifier varchar(255) not null,
    sequenceNumber bigint not null,
    type varchar(255),
    eventIdentifier varchar(255) not null unique,
    metaData blob,
    payload blob not null,
    payloadRevision varchar(255),
    payloadType varchar(255) not null,
    timeStamp varchar(255) not null,
    unique (aggregateIdentifier, sequenceNumber)
);

create table if not exists SnapshotEventEntry (
    aggregateIdentifier varchar(255) not null,
    sequenceNumber bigint not null,
    type varchar(255) not null,
    eventIdentifier varchar(255) not null unique,
    metaData blob,
    payload blob not null,
    payloadRevision varchar(255),
    payloadType varchar(255) not null,
    timeStamp varchar(255) not null,
    primary key (aggregateIdentifier, sequenceNumber)
);

create table if not exists TokenEntry (
    processorName varchar(255) not null,
    segment integer not null,
    token blob,
    tokenType varchar(255),
    timestamp varchar(255),
    owner varchar(255),
    primary key (processorName, segment)
);
