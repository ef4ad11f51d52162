package ca.balise.genai.organization;

import ca.balise.genai.RegistryProblem;
import ca.balise.genai.organization.NewOrganization.Category;
import ca.balise.genai.organization.NewOrganization.ProofOfCategory;
import ca.balise.genai.organization.model.DatedCategory;
import ca.balise.genai.organization.model.OrganizationDetails;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.genai.organization.model.Proof;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes sure of a described body, and says everything that is wrong with it at once. */
@ApplicationScoped
public class CheckOrganization {

    /** Longer than any official name, shorter than a text that should be attached. */
    private static final int TEXT_LIMIT = 300;

    private static final int ADDRESS_LIMIT = 2_000;
    private static final int CATEGORY_LIMIT = 50;

    /** No public body of the registry is older, and no document is from the far future: a slip of the keys is. */
    private static final LocalDate EARLIEST = LocalDate.of(1600, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * What a description says, if it holds together.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public OrganizationDetails check(@Nullable NewOrganization described) {
        Members members = members();
        var given = described == null ? new NewOrganization(null, null, null) : described;
        String institution = members.code("/institution", given.institution());
        var name = given.name() == null ? new NewOrganization.Name(null, null) : given.name();
        String nameFr = members.text("/name/fr", name.fr(), TEXT_LIMIT);
        String nameEn = name.en() == null ? null : members.text("/name/en", name.en(), TEXT_LIMIT);
        List<DatedCategory> categories = categories(given.categories(), members);
        members.throwIfAny();
        return new OrganizationDetails(institution, nameFr, nameEn, categories);
    }

    private static Members members() {
        return new Members(RegistryProblem.INVALID_ORGANIZATION, CheckOrganization.class, "");
    }

    /** The problem of one member at fault. */
    ProblemException fault(String pointer, String code) {
        Members members = members();
        members.fault(pointer, code);
        return members.problem();
    }

    private static List<DatedCategory> categories(@Nullable List<@Nullable Category> given, Members members) {
        List<DatedCategory> categories = new ArrayList<>();
        if (given == null || given.isEmpty()) {
            members.required("/categories", null);
            return categories;
        }
        if (!members.atMost("/categories", given.size(), CATEGORY_LIMIT)) {
            return categories;
        }
        for (int i = 0; i < given.size(); i++) {
            String at = "/categories/" + i;
            Category described = members.required(at, given.get(i));
            DatedCategory category = described == null ? null : category(at, described, members);
            if (category != null && categories.stream().anyMatch(category::overlaps)) {
                members.fault(at + "/from", "OVERLAPS");
            }
            if (category != null) {
                categories.add(category);
            }
        }
        return categories;
    }

    private static @Nullable DatedCategory category(String at, Category described, Members members) {
        OrganizationKind kind = members.required(at + "/kind", described.kind());
        LocalDate from = members.required(at + "/from", described.from());
        ProofOfCategory shown = members.required(at + "/proof", described.proof());
        plausible(at + "/from", from, members);
        plausible(at + "/until", described.until(), members);
        LocalDate until = described.until();
        if (from != null && until != null && !from.isBefore(until)) {
            members.fault(at + "/until", "NOT_AFTER_FROM");
            return null;
        }
        Proof proof = shown == null ? null : proof(at + "/proof", shown, members);
        return kind == null || from == null || proof == null
                ? null
                : new DatedCategory(kind, Truth.of(described.subjectToLggriArticle2()), from, until, proof);
    }

    private static Proof proof(String at, ProofOfCategory described, Members members) {
        plausible(at + "/issuedOn", described.issuedOn(), members);
        return new Proof(
                members.text(at + "/document", described.document(), TEXT_LIMIT),
                members.text(at + "/issuer", described.issuer(), TEXT_LIMIT),
                described.issuedOn(),
                described.address() == null ? null : address(at + "/address", described.address(), members));
    }

    private static @Nullable URI address(String pointer, String written, Members members) {
        String text = members.text(pointer, written, ADDRESS_LIMIT);
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(text);
            if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below, as of any other text that is no address.
        }
        members.fault(pointer, "NOT_AN_ADDRESS");
        return null;
    }

    private static void plausible(String pointer, @Nullable LocalDate date, Members members) {
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
            members.fault(pointer, "DATE_OUT_OF_RANGE");
        }
    }
}
