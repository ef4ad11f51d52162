create table note
(
    id          uuid not null,
    institution text not null,
    words       text not null,
    constraint pk_note primary key (id)
);
select kit.isolate('note');

create table notice
(
    id    uuid not null default uuidv7(),
    words text not null,
    constraint pk_notice primary key (id)
);
insert into notice (words) values ('for all');
revoke insert, update, delete on notice from "${app-role}";
