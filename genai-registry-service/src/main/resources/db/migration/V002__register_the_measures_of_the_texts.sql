-- The three measures registered from the start, exactly as their texts say them. The ids are fixed, so that they are the same in
-- every installation. Quotes are to the letter; \u00a0 is the non-breaking space of the text itself. A date that a text does not
-- state is registered as not stated.

-- Québec, Ministère de la Cybersécurité et du Numérique: suspension of generative-AI virtual assistants. Paragraphs are the
-- questions of the FAQ, in their order; English is ours.
insert into measure (id, instrument, title_en, title_fr, english_is_unofficial, type, binding, issuer, announced_by, addressee,
                     subject, technology, product, status, reported_on, contact_email)
values ('019b76da-a800-7631-8876-a602c58ed0db', 'IA-RI-2025-001-OP',
        'Suspension of the use of virtual assistants based on generative AI',
        'Suspension de l’utilisation des assistants virtuels s’appuyant sur l’intelligence artificielle générative',
        true, 'SUSPENSION', true, 'MCN', 'MCN', 'PUBLIC_BODIES_LGGRI_ARTICLE_2',
        'GENAI_ASSISTANTS_INTEGRATION_EXPERIMENTATION_ACQUISITION_DEPLOYMENT', 'GENERATIVE_AI_VIRTUAL_ASSISTANT', null,
        'ACTIVE_AS_REPORTED', '2025-03-18', 'encadrement.ia@mcn.gouv.qc.ca');

insert into measure_date (measure_id, position, role, day, precision, basis, note_en, note_fr, paragraph, quote)
select '019b76da-a800-7631-8876-a602c58ed0db', said.*
from (values
    (1, 'IN_FORCE_FROM', null::date, null, 'NOT_STATED',
     'The FAQ speaks of the day on which the suspension came into force, and does not give it.',
     'La FAQ parle de la date d’entrée en vigueur de la suspension sans la donner.',
     'FAQ-9.4', $$avant la date d'entrée en vigueur de la suspension$$),
    (2, 'IN_FORCE_NOT_LATER_THAN', '2025-03-18', 'DAY', 'INFERRED',
     'The FAQ is dated, and describes the suspension as active: it was in force by that day at the latest.',
     'La FAQ est datée et présente la suspension comme active : celle-ci était en vigueur au plus tard ce jour-là.',
     'FAQ-0', $$EN DATE DU 18 MARS 2025$$),
    (3, 'CONCLUSIONS_COMMUNICATED', null, null, 'NOT_STATED',
     'The suspension lasts until the conclusions are communicated to the information officers (dirigeants de l’information); no communication is recorded.',
     'La suspension dure jusqu’à la communication des conclusions aux dirigeants de l’information; aucune n’est consignée.',
     'FAQ-8', $$jusqu'à ce que les conclusions de l'expérimentation du MCN soient communiquées aux dirigeants de l'information$$),
    (4, 'REPLACED', null, null, 'NOT_STATED',
     'The FAQ names no instrument that would take its place.',
     'La FAQ ne nomme aucun instrument qui la remplacerait.', null, null),
    (5, 'END', null, null, 'NOT_STATED',
     'The FAQ gives a condition for the end, and no date.',
     'La FAQ donne une condition de fin, et aucune date.', 'FAQ-8', $$La suspension est active jusqu'à ce que$$)
) as said (position, role, day, precision, basis, note_en, note_fr, paragraph, quote);

insert into measure_statement (measure_id, position, kind, code, basis, message_en, message_fr, paragraph, quote)
select '019b76da-a800-7631-8876-a602c58ed0db', said.*
from (values
    (1, 'SCOPE', 'SUSPENDED_EFFORTS', 'STATED',
     'Public bodies must interrupt the integration of and experimentation with virtual assistants based on generative AI, and the acquisition of licences and deployments for them.',
     'Les organismes publics doivent interrompre l’intégration et l’expérimentation d’assistants virtuels s’appuyant sur l’IA générative, ainsi que les acquisitions de licences et les déploiements qui les visent.',
     'FAQ-1', $$une obligation, émise aux organismes publics (OP) québécois par le ministère de la Cybersécurité et du Numérique (MCN), d'interrompre les efforts d'intégration et d'expérimentation d'assistants virtuels s'appuyant sur l'intelligence artificielle générative (IAG) de même que les acquisitions de licences et les déploiements visant de tels assistants$$),
    (2, 'SCOPE', 'VIRTUAL_ASSISTANT', 'STATED',
     'A virtual assistant here is a generative-AI system that communicates in natural language, used mainly to assist with specific tasks or to hold a conversation.',
     'L’assistant virtuel s’entend ici d’un système d’IA générative qui communique en langage naturel et sert surtout à assister des tâches précises ou à soutenir une conversation.',
     'FAQ-2', $$un système d'IAG utilisant la communication en langage naturel et principalement utilisé pour l'assistance à des tâches spécifiques ou pour maintenir une conversation avec un utilisateur$$),
    (3, 'PERMITTED_USE', 'INDIVIDUAL_CONSUMER_USE', 'STATED',
     'The personal use by employees of free consumer versions is not concerned.',
     'L’utilisation personnelle, par les employés, des versions grand public gratuites n’est pas concernée.',
     'FAQ-3.1', $$La suspension ne concerne pas l'utilisation individuelle (effectuée de façon personnelle par les employés) des versions « grand public » gratuites d'assistants virtuels d'IAG$$),
    (4, 'PERMITTED_USE', 'ONLY_WHERE_THE_BODY_GIVES_ACCESS', 'STATED',
     'That permission holds where the body lets its personnel reach these tools online.',
     'Cette permission vaut là où l’organisme laisse son personnel accéder à ces outils en ligne.',
     'FAQ-3.1b', $$Cette permission est effective dans le contexte où un organisme permet à son personnel d'accéder à ces outils en ligne$$),
    (5, 'RECOMMENDATION', 'RECOMMENDED_RISK_AWARENESS', 'STATED',
     'Using these tools carries certain risks; it is strongly recommended that the people who use them be made aware of those risks.',
     'L’utilisation de ces outils comporte certains risques; il est fortement recommandé que les personnes qui s’en servent y soient sensibilisées.',
     'FAQ-3.2', $$Toutefois, l'utilisation de ces outils comportent certains risques. Il est fortement recommandé que les personnes utilisant de tels outils soient sensibilisées à ces risques.$$),
    (6, 'RECOMMENDATION', 'REFER_GOOD_PRACTICE_GUIDE', 'STATED',
     'For that purpose the FAQ refers to the guide to good practices in the use of generative AI.',
     'À cet effet, la FAQ renvoie au guide des bonnes pratiques d’utilisation de l’intelligence artificielle générative.',
     'FAQ-3.2', $$GUIDE DES BONNES PRATIQUES D'UTILISATION DE L'INTELLIGENCE ARTIFICIELLE GÉNÉRATIVE$$),
    (7, 'SCOPE', 'PROJECTS_AND_INITIATIVES', 'STATED',
     'Any project or initiative of a sector or an organization to experiment with or integrate generative AI is concerned.',
     'Tout projet ou initiative d’un secteur ou d’une organisation visant à expérimenter ou à intégrer l’IA générative est touché.',
     'FAQ-4', $$Tout projet ou initiative à l'échelle sectorielle ou organisationnelle d'expérimentation ou d'intégration d'IAG$$),
    (8, 'SCOPE', 'LICENCES_AND_SUBSCRIPTIONS', 'STATED',
     'So are the acquisition of licences and the subscription to services.',
     'L’acquisition de licences et l’abonnement à des services le sont aussi.',
     'FAQ-4b', $$l'acquisition de licences d'exploitation d'un outil d'IAG et l'abonnement à des services d'outils (en ligne ou non) d'assistants virtuels basés sur l'IAG$$),
    (9, 'SCOPE', 'WITHOUT_ADDITIONAL_BUDGET_TOO', 'STATED',
     'An initiative is concerned even if it needs no additional budget.',
     'Une initiative est touchée même si elle ne demande aucun budget supplémentaire.',
     'FAQ-5', $$La suspension s'applique à toute initiative nécessitant des efforts d'intégration et de déploiement même si le projet ou l'initiative ne nécessite pas un budget supplémentaire$$),
    (10, 'SCOPE', 'PUBLIC_BODIES_LGGRI_ARTICLE_2', 'STATED',
     'The suspension binds all public bodies of section 2 of the Act respecting the governance and management of information resources.',
     'La suspension lie tous les organismes publics visés à l’article 2 de la Loi sur la gouvernance et la gestion des ressources informationnelles.',
     'FAQ-6', $$La suspension s'applique à l'ensemble des organismes publics visés à$$),
    (11, 'REASON', 'POOL_PRELIMINARY_WORK', 'STATED',
     'It is important to pool the work that precedes deployment, so that integration costs less effort overall.',
     'Il est important de mutualiser les travaux préliminaires au déploiement afin de réduire les efforts globaux d’intégration.',
     'FAQ-7', $$Il est important de mutualiser les travaux préliminaires au déploiement des assistants virtuels s'appuyant sur l'IAG de façon à réduire les efforts globaux d'intégration.$$),
    (12, 'PHASE', 'FIRST_PHASE_ISSUES_FOUND', 'STATED',
     'A first phase of the MCN’s work found several issues.',
     'Une première phase des travaux du MCN a permis de constater plusieurs enjeux.',
     'FAQ-7', $$Une première phase a permis de constater plusieurs enjeux liés à l'utilisation de cette technologie$$),
    (13, 'REASON', 'SECURITY_AND_PRIVACY_RISKS', 'STATED',
     'Among them are risks for information security and for the protection of personal information.',
     'Parmi eux figurent des risques pour la sécurité de l’information et la protection des renseignements personnels.',
     'FAQ-7', $$notamment des risques en lien avec la sécurité de l'information et à la protection des renseignements personnels (PRP)$$),
    (14, 'PHASE', 'SECOND_PHASE_RISKS_AND_USE_CASES', 'STATED',
     'A second phase, led by the MCN with several public bodies, studies these risks further and looks for the use cases that benefit the public administration.',
     'Une seconde phase, pilotée par le MCN avec plusieurs organismes publics, approfondit l’étude de ces risques et cherche les cas d’utilisation bénéfiques pour l’administration publique.',
     'FAQ-7', $$Une seconde phase, regroupant plusieurs organismes publics et pilotée par le MCN, vise à approfondir l'étude de ces risques et à déterminer les cas d'utilisation bénéfiques pour l'administration publique.$$),
    (15, 'REASON', 'AVOID_DUPLICATED_WORK_AND_SPENDING', 'STATED',
     'Bodies are spared from doing similar work each on its own, which may lead to additional spending.',
     'Il s’agit d’éviter que chaque organisme mène isolément des travaux similaires qui peuvent entraîner des dépenses additionnelles.',
     'FAQ-7', $$Cette suspension vise donc à éviter aux OP de mener des travaux similaires chacun de façon individuelle pouvant mener à des dépenses additionnelles.$$),
    (16, 'END_CONDITION', 'MCN_CONCLUSIONS_COMMUNICATED_TO_DI', 'STATED',
     'The suspension lasts until the conclusions of the MCN’s experiment are communicated to the information officers (dirigeants de l’information).',
     'La suspension dure jusqu’à ce que les conclusions de l’expérimentation du MCN soient communiquées aux dirigeants de l’information.',
     'FAQ-8', $$jusqu'à ce que les conclusions de l'expérimentation du MCN soient communiquées aux dirigeants de l'information$$),
    (17, 'EXCEPTION', 'MCN_EXPERIMENT', 'STATED',
     'Not concerned: the assistants of the MCN’s experiment.',
     'Ne sont pas visés : les assistants de l’expérimentation du MCN.',
     'FAQ-9.1', $$ceux prévus dans le cadre de l'expérimentation du MCN$$),
    (18, 'EXCEPTION', 'BUSINESS_CASE', 'STATED',
     'Not concerned: those whose business case the chief information officer of Québec has recommended under section 8 of the rules on information resource projects.',
     'Ne sont pas visés : ceux dont le dossier d’affaires a été recommandé par le dirigeant principal de l’information en vertu de l’article 8 des règles sur les projets en ressources informationnelles.',
     'FAQ-9.2', $$ceux ayant fait l'objet d'un dossier d'affaires recommandé par le dirigeant principal de l'information conformément à l'article 8$$),
    (19, 'EXCEPTION', 'STRUCTURED_APPROACH', 'STATED',
     'Not concerned: those deployed under a structured approach that aims at better services to citizens or at gains in efficiency.',
     'Ne sont pas visés : ceux déployés selon une démarche structurée qui vise à améliorer les services aux citoyens ou à gagner en efficience.',
     'FAQ-9.3', $$ceux déployés dans le cadre d'une démarche structurée dans l'objectif d'améliorer les services aux citoyens ou d'apporter des gains d'efficience$$),
    (20, 'EXCEPTION', 'PRE_EXISTING', 'STATED',
     'Not concerned: those already effective before the suspension came into force, approved by the security unit and with a completed privacy impact assessment where the Access Act requires one.',
     'Ne sont pas visés : ceux déjà effectifs avant l’entrée en vigueur, approuvés par l’unité de sécurité et dont l’évaluation des facteurs relatifs à la vie privée est complétée si la Loi sur l’accès l’exige.',
     'FAQ-9.4', $$sont déjà effectifs et dont le déploiement a été approuvé par l'unité administrative spécialisée en sécurité de l'information à laquelle l'organisme public se rattache et dont l'évaluation des facteurs relatifs à la vie privée a été complétée (si requis par la Loi sur l'accès)$$),
    (21, 'EXCEPTION', 'DPI_AUTHORIZATION', 'STATED',
     'Not concerned: those that the chief information officer of Québec authorizes, after the suspension came into force, on a body’s request.',
     'Ne sont pas visés : ceux que le dirigeant principal de l’information autorise, après l’entrée en vigueur, à la demande d’un organisme.',
     'FAQ-9.5', $$ceux qui, après la date d'entrée en vigueur de la suspension, sont autorisés par le dirigeant principal de l'information à la suite d'une demande particulière que lui formule un organisme public$$),
    (22, 'CONTACT', 'MCN_AI_OVERSIGHT', 'STATED',
     'The MCN’s directorate for the oversight and ethical use of artificial intelligence',
     'Direction de l’encadrement et de l’utilisation éthique de l’intelligence artificielle du MCN',
     'FAQ-11', $$Il est possible de contacter la direction de l'encadrement et de l'utilisation éthique de l'intelligence artificielle, du MCN, à l'adresse encadrement.ia@mcn.gouv.qc.ca$$)
) as said (position, kind, code, basis, message_en, message_fr, paragraph, quote);

insert into measure_public_report (measure_id, reported_on, source)
values ('019b76da-a800-7631-8876-a602c58ed0db', '2025-12-19',
        'MCN, communiqué annonçant qu’une nouvelle indication d’application lève la suspension');

-- Office of the Privacy Commissioner of Canada: LinkedIn's moratorium. The release is not numbered: ¶n is its nth paragraph after
-- the date line.
insert into measure (id, instrument, title_en, title_fr, english_is_unofficial, type, binding, issuer, announced_by, addressee,
                     subject, technology, product, status, reported_on)
values ('019b76da-a801-7270-a0bb-72d56e7bdae7', 'OPC-2024-12-10',
        'LinkedIn’s moratorium on training AI models with personal information of its Canadian members',
        'Moratoire de LinkedIn sur l’entraînement de modèles d’IA au moyen des renseignements personnels de ses membres canadiens',
        false, 'VOLUNTARY_MORATORIUM', false, 'LinkedIn', 'OPC', 'LinkedIn',
        'TRAINING_GENAI_ON_CANADIAN_MEMBERS_PI', 'GENERATIVE_AI_MODEL_TRAINING', null, 'ACTIVE_AS_REPORTED', '2024-12-10');

insert into measure_date (measure_id, position, role, day, precision, basis, note_en, note_fr, paragraph, quote)
select '019b76da-a801-7270-a0bb-72d56e7bdae7', said.*
from (values
    (1, 'ANNOUNCED', '2024-12-10'::date, 'DAY', 'STATED',
     'The day of the Commissioner’s release.', 'La date du communiqué du Commissaire.',
     'date', $$Le 10 décembre 2024 – Gatineau (Québec)$$),
    (2, 'START', null, null, 'NOT_STATED',
     'The moratorium was already running when it was announced; the release does not say since when.',
     'Le moratoire était déjà en place au moment de l’annonce; le communiqué ne dit pas depuis quand.',
     '¶3', $$LinkedIn a par la suite avisé le Commissariat qu’elle avait temporairement mis en place un moratoire sur cette pratique$$),
    (3, 'END', null, null, 'NOT_STATED',
     'The release gives no end date.', 'Le communiqué ne donne aucune date de fin.', null, null)
) as said (position, role, day, precision, basis, note_en, note_fr, paragraph, quote);

insert into measure_statement (measure_id, position, kind, code, basis, message_en, message_fr, paragraph, quote)
select '019b76da-a801-7270-a0bb-72d56e7bdae7', said.*
from (values
    (1, 'SCOPE', 'TRAINING_GENAI_ON_CANADIAN_MEMBERS_PI', 'STATED',
     'LinkedIn voluntarily refrains from using the personal information of its Canadian members to train its generative-AI models.',
     'LinkedIn s’abstient volontairement d’utiliser les renseignements personnels de ses membres canadiens pour entraîner ses modèles d’IA générative.',
     '¶1', $$mettre en place volontairement un moratoire sur l’utilisation des renseignements personnels de ses membres canadiens pour entraîner ses modèles d’intelligence artificielle (IA) générative$$),
    (2, 'END_CONDITION', 'OPC_QUESTIONS_RESOLVED', 'INFERRED',
     'The moratorium lasts while LinkedIn and the OPC work to resolve the outstanding questions. That it ends once they are resolved is our inference.',
     'Le moratoire dure pendant que LinkedIn et le Commissariat travaillent à résoudre les questions en suspens. Qu’il prenne fin une fois celles-ci résolues est notre déduction.',
     '¶1', $$pendant que l’entreprise collabore avec le Commissariat à la protection de la vie privée du Canada pour résoudre les questions en suspens$$),
    (3, 'OBSERVATION', 'CONSENT_OF_MEMBERS_QUESTIONED', 'STATED',
     'The Commissioner asked LinkedIn about its training practices and how it obtains its members’ consent.',
     'Le Commissaire a interrogé LinkedIn sur ses pratiques d’entraînement et sur la façon dont elle obtient le consentement de ses membres.',
     '¶2', $$Le Commissaire s’est adressé à LinkedIn pour en savoir plus sur les pratiques d’entraînement de l’entreprise et sur la façon dont elle obtient le consentement de ses membres$$),
    (4, 'OBSERVATION', 'MEMBERS_NOT_INFORMED_AS_REPORTED', 'STATED',
     'According to press reports, LinkedIn had begun the training without informing its members beforehand.',
     'Selon des reportages, LinkedIn avait commencé l’entraînement sans en informer préalablement ses membres.',
     '¶2', $$de nombreux reportages médiatiques selon lesquels LinkedIn avait commencé à entraîner des modèles d’IA en utilisant les données de ses membres sans les avoir préalablement informés de cette pratique$$),
    (5, 'OBSERVATION', 'TEMPORARY', 'STATED',
     'The moratorium is temporary, while LinkedIn works to answer the OPC’s questions.',
     'Le moratoire est temporaire, le temps que LinkedIn s’efforce de répondre aux questions du Commissariat.',
     '¶3', $$elle avait temporairement mis en place un moratoire sur cette pratique pendant qu’elle s’efforce de répondre à ses questions$$),
    (6, 'ADDRESSEE_POSITION', 'BELIEVES_COMPLIANT', 'STATED',
     'LinkedIn said that it believed it had implemented its model in a way that respects privacy. That is its position, not a finding.',
     'LinkedIn a indiqué croire avoir mis en œuvre son modèle d’une manière qui respecte la vie privée. C’est sa position, et non un constat.',
     '¶3', $$elle croyait avoir mis en œuvre son modèle d’IA d’une manière qui respecte la vie privée$$),
    (7, 'COMMITMENT', 'DISCUSS_COMPLIANCE_WITH_OPC', 'STATED',
     'LinkedIn agreed to enter into discussions with the OPC so as to ensure that its practices comply with the federal private-sector privacy law.',
     'LinkedIn a convenu d’entamer des discussions avec le Commissariat afin de s’assurer que ses pratiques sont conformes à la loi fédérale applicable au secteur privé.',
     '¶3', $$elle a convenu d’entamer des discussions avec le Commissariat en vue de s’assurer que ses pratiques sont conformes à la loi fédérale sur la protection des renseignements personnels dans le secteur privé au Canada$$),
    (8, 'PRINCIPLE', 'PUBLIC_INFORMATION_REMAINS_PROTECTED', 'STATED',
     'Personal information, even when it is publicly accessible, remains subject to privacy law and must be adequately protected.',
     'Les renseignements personnels, même accessibles publiquement, demeurent visés par la loi et doivent être adéquatement protégés.',
     'Citation', $$Les renseignements personnels, même lorsqu’ils sont accessibles publiquement, demeurent visés par les lois sur la protection des renseignements personnels et doivent être adéquatement protégés.$$)
) as said (position, kind, code, basis, message_en, message_fr, paragraph, quote);

-- RCMP: limited use of Clearview AI. ¶n is the release's nth paragraph.
insert into measure (id, instrument, title_en, title_fr, english_is_unofficial, type, binding, issuer, announced_by, addressee,
                     subject, technology, product, status, reported_on, additional_scope_units, additional_scope_phase)
values ('019b76da-a802-7c5d-a923-ca3d2ec88c97', 'RCMP-2020-02-27',
        'Limited use of Clearview AI facial recognition by the RCMP',
        'Usage limité de la reconnaissance faciale Clearview AI par la GRC',
        false, 'LIMITED_USE_DISCLOSURE', false, 'RCMP', 'RCMP', 'RCMP',
        'FACIAL_RECOGNITION_IN_CHILD_EXPLOITATION_INVESTIGATIONS', 'FACIAL_RECOGNITION', 'Clearview AI', 'ACTIVE_AS_REPORTED',
        '2020-02-27', 'UNQUANTIFIED', 'TRIAL');

insert into measure_date (measure_id, position, role, day, precision, basis, note_en, note_fr, paragraph, quote)
select '019b76da-a802-7c5d-a923-ca3d2ec88c97', said.*
from (values
    (1, 'DISCLOSED', '2020-02-27'::date, 'DAY', 'STATED',
     'The day of the RCMP’s statement.', 'La date du communiqué de la GRC.', 'date', E'27\u00a0février\u00a02020'),
    (2, 'USE_START', '2019-10-01', 'MONTH_APPROX', 'INFERRED',
     'About four months before the statement: October 2019 or thereabouts is our reckoning.',
     'Environ quatre mois avant le communiqué : octobre 2019, approximativement, est notre calcul.',
     '¶2', $$depuis environ quatre mois$$),
    (3, 'END', null, null, 'NOT_STATED',
     'The statement announces no end.', 'Le communiqué n’annonce aucune fin.', null, null)
) as said (position, role, day, precision, basis, note_en, note_fr, paragraph, quote);

insert into measure_statement (measure_id, position, kind, code, basis, quantity, unit, period, message_en, message_fr, paragraph,
                               quote)
select '019b76da-a802-7c5d-a923-ca3d2ec88c97', said.*
from (values
    (1, 'SCOPE', 'LIMITED_CAPACITY', 'STATED', null::bigint, null, null,
     'The RCMP has begun to use and examine Clearview AI, in a limited capacity.',
     'La GRC a commencé à utiliser et à examiner Clearview AI, dans une capacité limitée.',
     '¶1', $$nous avons commencé à utiliser et à examiner la technologie de reconnaissance faciale Clearview AI, dans une capacité limitée$$),
    (2, 'REASON', 'TRANSPARENCY', 'STATED', null, null, null,
     'The RCMP generally does not disclose its tools; it does so here for transparency.',
     'La GRC ne divulgue généralement pas ses outils; elle le fait ici par souci de transparence.',
     '¶1', $$par souci de transparence, nous confirmons$$),
    (3, 'PERMITTED_USE', 'ONLINE_CHILD_EXPLOITATION_INVESTIGATIONS', 'STATED', null, null, null,
     'The National Child Exploitation Crime Centre (NCECC) uses it for investigations of online child sexual exploitation.',
     'Le Centre national contre l’exploitation des enfants (CNCEE) l’utilise pour les enquêtes sur l’exploitation sexuelle d’enfants sur Internet.',
     '¶2', $$aux fins des enquêtes sur les cas d'exploitation sexuelle d'enfants sur Internet$$),
    (4, 'QUANTITY', 'LICENCES', 'STATED', 2, 'LICENCE', null,
     'The NCECC holds two licences.', 'Le CNCEE dispose de deux licences.',
     '¶3', $$Le CNCEE dispose de deux licences pour l'utilisation de l'application Clearview AI$$),
    (5, 'QUANTITY', 'CASES', 'STATED', 15, 'CASE', null,
     'It has used the application in 15 cases.', 'Il s’en est servi dans 15 cas.',
     '¶3', E'dont il s''est servi dans\u00a015\u00a0cas'),
    (6, 'QUANTITY', 'CHILDREN_RESCUED', 'STATED', 2, 'CHILD', null,
     'Two children were identified and rescued thereby.', 'Deux enfants ont ainsi été identifiés et sauvés.',
     '¶3', $$lui permettant ainsi d'identifier et de sauver deux enfants$$),
    (7, 'AUTHORIZED_USERS', 'CNCEE_TRAINED_VICTIM_ID_SPECIALISTS', 'STATED', null, null, null,
     'Only NCECC specialists trained in victim identification use the software.',
     'Seuls des spécialistes du CNCEE formés pour l’identification des victimes utilisent le logiciel.',
     '¶4', $$Seuls des spécialistes du CNCEE, formés pour l'identification des victimes, utilisent le logiciel$$),
    (8, 'PERMITTED_USE', 'IDENTIFY_LOCATE_AND_RESCUE_CHILDREN', 'STATED', null, null, null,
     'They use it primarily to identify, locate and rescue children sexually exploited online.',
     'Ils l’utilisent principalement pour identifier, retrouver et sauver des enfants exploités sexuellement sur Internet.',
     '¶4', $$principalement pour identifier, retrouver et sauver des enfants exploités sexuellement sur Internet$$),
    (9, 'ADDITIONAL_SCOPE', 'OTHER_UNITS_ON_TRIAL', 'STATED', null, null, null,
     'A few other units are trying it out in a limited capacity, to find out how useful it is and to help criminal investigations; how many is not said.',
     'Quelques autres unités le mettent à l’essai dans une capacité limitée, pour en déterminer l’utilité et faciliter les enquêtes criminelles; leur nombre n’est pas donné.',
     '¶5', $$quelques unités au sein de la GRC mettent à l'essai, dans une capacité limitée, Clearview AI afin d'en déterminer l'utilité et de faciliter les enquêtes criminelles$$),
    (10, 'COMMITMENT', 'CONSULT_PRIVACY_COMMISSIONER_ON_GUIDELINES_AND_POLICIES', 'STATED', null, null, null,
     'The RCMP will consult the Privacy Commissioner to develop guidelines and policies that comply with the law and regulations.',
     'La GRC s’entretiendra avec le commissaire à la protection de la vie privée pour élaborer des lignes directrices et des politiques conformes à la loi et aux règlements.',
     '¶6', $$La GRC s'entretiendra avec le commissaire à la protection de la vie privée afin de travailler en partenariat avec lui pour élaborer des lignes directrices et des politiques conformes à la loi et aux règlements.$$),
    (11, 'CONTEXT_FIGURE', 'REPORTS_RECEIVED', 'STATED', 102967, 'REPORT', '2019',
     'In 2019 the NCECC received 102,967 reports of online child sexual exploitation.',
     'En 2019, le CNCEE a reçu 102 967 rapports d’exploitation sexuelle d’enfants sur Internet.',
     '¶9', E'En\u00a02019, le CNCEE a reçu\u00a0102\u00a0967\u00a0rapports d''exploitation sexuelle d''enfants sur Internet'),
    (12, 'CONTEXT_FIGURE', 'REPORTS_INCREASE_SINCE_2014', 'STATED', 1106, 'PERCENT', '2014/2019',
     'That is an increase of 1,106% since 2014.', 'C’est une augmentation de 1 106 % depuis 2014.',
     '¶9', E'une augmentation drastique de\u00a01106\u00a0% depuis\u00a02014'),
    (13, 'CONTEXT_FIGURE', 'REPORTS_INCREASE_SINCE_LAST_YEAR', 'STATED', 68, 'PERCENT', '2018/2019',
     'That is an increase of 68% over the previous year.', 'C’est une augmentation de 68 % par rapport à l’année précédente.',
     '¶9', E'une augmentation de\u00a068\u00a0% par rapport à l''an dernier'),
    (14, 'PRINCIPLE', 'PRIVACY_AND_SAFETY_IN_BALANCE', 'STATED', null, null, null,
     'The protection of personal information is essential and a reasonable expectation; the RCMP holds that it must be balanced with the ability to investigate and to keep Canadians safe.',
     'La protection des renseignements personnels est essentielle et constitue une attente raisonnable; la GRC estime qu’il faut l’équilibrer avec la capacité de mener des enquêtes et d’assurer la sécurité.',
     '¶10', $$il faut établir un équilibre entre elle et la capacité des organismes d'application de la loi de mener des enquêtes et d'assurer la sécurité des Canadiens, y compris les plus vulnérables$$)
) as said (position, kind, code, basis, quantity, unit, period, message_en, message_fr, paragraph, quote);
