package ca.balise.social.lookup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page, in {@code messages/lookup_en.properties} and {@code messages/lookup_fr.properties}. */
@MessageBundle(value = "lookup", locale = "en")
public interface LookUpTexts {

    @Message
    String title();

    @Message
    String skip();

    @Message
    String suite();

    @Message
    String address();

    @Message
    String ask();

    @Message
    String hint();

    @Message
    String result();

    @Message
    String official();

    @Message
    String officialText();

    @Message
    String former();

    @Message
    String formerText();

    @Message
    String unknown();

    @Message
    String unknownText();

    @Message
    String name();

    @Message
    String platform();

    @Message
    String department();

    @Message
    String notKnown();

    @Message
    String now();

    @Message
    String lookedFor();

    @Message
    String about();
}
