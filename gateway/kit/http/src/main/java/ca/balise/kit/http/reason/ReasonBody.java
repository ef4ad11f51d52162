package ca.balise.kit.http.reason;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Force;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason on the wire.
 *
 * @param code stable code of the rule
 * @param force how strongly it binds
 * @param message what it says of this case, in both languages
 * @param source where the rule comes from
 */
public record ReasonBody(String code, Force force, BilingualText message, SourceBody source) {

    /**
     * The source of a rule: the published text (first three members), or the statement that the rule is ours (the last).
     *
     * @param instrument identifier of the text, for example {@code PIN-2020-03}
     * @param paragraph section or question within it
     * @param quote the words relied on, verbatim, in French
     * @param ownRule why the product chose this rule where the texts leave the point open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceBody(
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        public static SourceBody of(Source source) {
            return switch (source) {
                case Source.Citation citation ->
                    new SourceBody(citation.instrument(), citation.paragraph(), citation.quote(), null);
                case Source.OwnRule own -> new SourceBody(null, null, null, own.rationale());
            };
        }
    }

    public static ReasonBody of(Reason reason) {
        return new ReasonBody(reason.code(), reason.force(), reason.message(), SourceBody.of(reason.source()));
    }

    public static List<ReasonBody> of(List<Reason> reasons) {
        return reasons.stream().map(ReasonBody::of).toList();
    }
}
