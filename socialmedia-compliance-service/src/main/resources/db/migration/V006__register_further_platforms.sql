-- Platforms on which official accounts are held and of which the notice says nothing: they stand NOT_REVIEWED. The ids are fixed, so
-- that they are the same in every installation. A web feed is no social medium, yet lists of accounts hold them.

insert into platform (id, code, name)
values ('019c1f2c-3c00-7a01-9b1e-5f0a6c2d1e01', 'BLUESKY', 'Bluesky'),
       ('019c1f2c-3c00-7a02-8c4d-1b7e9f3a2c02', 'GITHUB', 'GitHub'),
       ('019c1f2c-3c00-7a03-a2f6-6d8c0e4b3d03', 'MASTODON', 'Mastodon'),
       ('019c1f2c-3c00-7a04-b3a7-7e9d1f5c4e04', 'REDDIT', 'Reddit'),
       ('019c1f2c-3c00-7a05-84b8-8fae206d5f05', 'SNAPCHAT', 'Snapchat'),
       ('019c1f2c-3c00-7a06-95c9-90bf317e6006', 'SOUNDCLOUD', 'SoundCloud'),
       ('019c1f2c-3c00-7a07-a6da-a1c0428f7107', 'THREADS', 'Threads'),
       ('019c1f2c-3c00-7a08-b7eb-b2d153908208', 'TIKTOK', 'TikTok'),
       ('019c1f2c-3c00-7a09-88fc-c3e264a19309', 'TUMBLR', 'Tumblr'),
       ('019c1f2c-3c00-7a0a-990d-d4f375b2a40a', 'VIMEO', 'Vimeo'),
       ('019c1f2c-3c00-7a0b-aa1e-e50486c3b50b', 'WEB_FEED', 'Web feed');
