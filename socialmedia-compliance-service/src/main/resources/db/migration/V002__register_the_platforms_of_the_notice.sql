-- The seven platforms that PIN-2021-01 lists as reviewed (question 2). The ids are fixed, so that they are the same in every
-- installation. Twitter is called X today; the review names it by its former name (S-A1).

insert into platform (id, code, name)
values ('019b76da-a803-77ae-98df-bbbe58a62190', 'FACEBOOK', 'Facebook'),
       ('019b76da-a804-7c12-8af0-49ea02383b67', 'FLICKR', 'Flickr'),
       ('019b76da-a805-7c02-8daf-05ad80174e25', 'INSTAGRAM', 'Instagram'),
       ('019b76da-a806-79c6-a0ea-fc8baeef0dab', 'LINKEDIN', 'LinkedIn'),
       ('019b76da-a807-7647-ba80-4cc8d3da44e5', 'PINTEREST', 'Pinterest'),
       ('019b76da-a808-7731-8fc1-e83945ebdc55', 'X', 'X'),
       ('019b76da-a809-71e4-9476-5cefa0d64920', 'YOUTUBE', 'YouTube');

insert into platform_former_name (platform_id, name)
values ('019b76da-a808-7731-8fc1-e83945ebdc55', 'Twitter');

insert into platform_review (platform_id, reviewed_name, reviewed_on, date_note_en, date_note_fr, subjects, covered_uses, instrument,
                             paragraph, quote)
select platform.id,
       case platform.code when 'X' then 'Twitter' else platform.name end,
       null,
       'The notice lists the platform as already reviewed and does not say when; its own effective date is missing from the published text.',
       'L’avis présente la plateforme comme déjà examinée sans dire quand; sa propre date d’entrée en vigueur manque dans le texte publié.',
       array ['THREATS_AND_RISKS', 'TERMS_OF_USE', 'PRIVACY_POLICIES'],
       array ['DISSEMINATION', 'INTERACTION', 'ACCOUNT_MANAGEMENT', 'ACCOUNT_ANALYTICS'],
       'PIN-2021-01',
       'Q2',
       $$Facebook • Flickr • Instagram • LinkedIn • Pinterest • Twitter • YouTube$$
from platform;
