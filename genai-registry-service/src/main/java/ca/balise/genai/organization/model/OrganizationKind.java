package ca.balise.genai.organization.model;

/**
 * What kind of body an organization is, in the terms of the facts of a determination ({@code organization.kind}). The kind alone
 * does not say whether article 2 of the LGGRI covers it: {@link DatedCategory#subjectToArticle2()} does.
 */
public enum OrganizationKind {
    MINISTRY,
    BUDGET_BODY,
    NON_BUDGET_BODY,
    SCHOOL_BODY,
    CEGEP,
    UNIVERSITY,
    HEALTH_BODY,
    GOVERNMENT_ENTERPRISE,
    MUNICIPALITY,
    FEDERAL_INSTITUTION,
    OTHER
}
