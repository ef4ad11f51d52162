package ca.balise.edge.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages, in {@code messages/portal_en.properties} and {@code messages/portal_fr.properties}. */
@MessageBundle(value = "portal", locale = "en")
public interface PortalTexts {

    @Message
    String name();

    @Message
    String skip();

    @Message
    String pages();

    @Message
    String home();

    @Message
    String docs();

    @Message
    String lead();

    @Message
    String answers();

    @Message
    String deid();

    @Message
    String deidQuestion();

    @Message
    String deidSource();

    @Message
    String registry();

    @Message
    String registryQuestion();

    @Message
    String registrySource();

    @Message
    String social();

    @Message
    String socialQuestion();

    @Message
    String socialSource();

    @Message
    String contract();

    @Message
    String person();

    @Message
    String tryIt();

    @Message
    String tryItText();

    @Message
    String openDocs();

    @Message
    String token();

    @Message
    String tokenText();

    @Message
    String tokenPerson();

    @Message
    String tokenPersonText();

    @Message
    String tokenSystem();

    @Message
    String tokenSystemText();

    @Message
    String issuerIs();

    @Message
    String tokenLocal();

    @Message
    String tokenLocalText();

    @Message
    String tokenNone();

    @Message
    String tokenNoneText();

    @Message
    String yourToken();

    @Message
    String know();

    @Message
    String knowUnknown();

    @Message
    String knowKept();

    @Message
    String knowProblems();

    @Message
    String knowLanguages();

    @Message
    String docsText();

    @Message
    String docsSignIn();

    @Message
    String contracts();

    @Message
    String docsNoScript();

    @Message
    String docsNoIssuer();
}
