package ca.balise.kit.determination;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The headings of the page, in {@code messages/determination_en.properties} and {@code messages/determination_fr.properties}. */
@MessageBundle(value = "determination", locale = "en")
public interface DeterminationTexts {

    @Message
    String title();

    @Message
    String skip();

    @Message
    String asOf();

    @Message
    String result();

    @Message
    String todo();

    @Message
    String remarks();

    @Message
    String beware();

    @Message
    String nothing();

    @Message
    String missing();

    @Message
    String missingText();

    @Message
    String changes();

    @Message
    String changesText();

    @Message
    String facts();

    @Message
    String couldLead();

    @Message
    String open();

    @Message
    String adopted();

    @Message
    String other();

    @Message
    String why();

    @Message
    String under();

    @Message
    String path();

    @Message
    String looked();

    @Message
    String ours();

    @Message
    String about();

    @Message
    String decidedAt();

    @Message
    String ruleset();

    @Message
    String hash();

    @Message
    String person();
}
