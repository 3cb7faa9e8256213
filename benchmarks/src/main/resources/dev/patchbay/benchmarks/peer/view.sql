create table if not exists operator_view (
    id bigint primary key,
    name varchar(255) not null,
    phone_number varchar(32) not null,
    email varchar(255),
    active boolean not null
);
