package ca.balise.social.determination.model;

/** The official languages in which a privacy notice can be published. */
public enum NoticeLanguage {
    EN,
    FR
}
