package ca.balise.kit.determination;

import ca.balise.kit.reasoning.Source;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words relied on, on the wire.
 *
 * @param instrument identifier of the text
 * @param paragraph question within it
 * @param quote the words, verbatim, in French
 */
@Schema(name = "DeterminationCitation")
public record CitationBody(String instrument, String paragraph, String quote) {

    public static List<CitationBody> of(List<Source.Citation> citations) {
        return citations.stream()
                .map(citation -> new CitationBody(citation.instrument(), citation.paragraph(), citation.quote()))
                .toList();
    }
}
