package ca.balise.genai.determination;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The headings of the page, in {@code messages/explanation_en.properties} and {@code messages/explanation_fr.properties}. */
@MessageBundle(value = "explanation", locale = "en")
public interface ExplanationTexts {

    @Message
    String title();

    @Message
    String suite();

    @Message
    String skip();

    @Message
    String instrument();

    @Message
    String asOf();

    @Message
    String result();

    @Message
    String permitted();

    @Message
    String permittedYes();

    @Message
    String permittedNo();

    @Message
    String permittedUnknown();

    @Message
    String todo();

    @Message
    String beware();

    @Message
    String exceptions();

    @Message
    String exception();

    @Message
    String state();

    @Message
    String lacks();

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
    String point();

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
    String concludes();

    @Message
    String source();

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
    String unofficial();

    @Message
    String person();

    @Message
    String kept();
}
