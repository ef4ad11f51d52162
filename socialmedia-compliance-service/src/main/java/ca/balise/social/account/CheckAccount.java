package ca.balise.social.account;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.social.ComplianceProblem;
import ca.balise.social.UniqueConstraint;
import ca.balise.social.account.model.AccountDetails;
import ca.balise.social.account.model.AccountDetails.Address;
import ca.balise.social.department.ReadDepartment;
import ca.balise.social.platform.RecognizeAddress;
import ca.balise.social.platform.model.AccountAddress.Elsewhere;
import ca.balise.social.platform.model.AccountAddress.Recognized;
import ca.balise.social.platform.model.AccountAddress.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes sure of a described account, and says everything that is wrong with it at once. */
@ApplicationScoped
public class CheckAccount {

    private static final int NAME_LIMIT = 300;
    private static final int MOST_OWNER_ROLES = 10;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");
    private static final Pattern WIKIDATA_ITEM = Pattern.compile("Q[1-9][0-9]{0,11}");

    private final RecognizeAddress recognize;
    private final ReadDepartment readDepartment;

    CheckAccount(RecognizeAddress recognize, ReadDepartment readDepartment) {
        this.recognize = recognize;
        this.readDepartment = readDepartment;
    }

    /**
     * What a description says, if it holds together in itself.
     *
     * @param entryNeeded whether it must say how the account comes here
     * @throws ProblemException 422 with a violation for each member at fault
     */
    AccountDetails check(@Nullable NewAccount described, boolean entryNeeded) {
        Members members = members();
        var given = described == null
                ? new NewAccount(null, null, null, null, null, null, null, null, null, null, null, null)
                : described;
        String institution = members.code("/institution", given.institution());
        String platform = platform(given.platform(), members);
        String name = members.text("/name", given.name(), NAME_LIMIT);
        Located located = locate(platform, given.url(), members);
        String key = key(given.platformAccountKey(), located.key(), members);
        List<String> roles = ownerRoles(given.ownerRoles(), members);
        if (given.wikidataItem() != null
                && !WIKIDATA_ITEM.matcher(given.wikidataItem()).matches()) {
            members.fault("/wikidataItem", "NOT_AN_ITEM");
        }
        if (entryNeeded) {
            members.required("/entry", given.entry());
        }
        members.throwIfAny();
        return new AccountDetails(
                institution,
                given.departmentId(),
                platform,
                key,
                name,
                located.address(),
                given.language(),
                given.pairedAccountId(),
                roles,
                given.wikidataItem(),
                given.addedOn());
    }

    /** Where an account is, and the id that the address says. */
    private record Located(Address address, @Nullable String key) {

        static final Located NOWHERE = new Located(new Address("", null), null);
    }

    private String platform(@Nullable String code, Members members) {
        String platform = members.code("/platform", code);
        if (!platform.isEmpty() && !recognize.isKnown(platform)) {
            members.fault("/platform", "UNKNOWN_PLATFORM");
            return "";
        }
        return platform;
    }

    private Located locate(String platform, @Nullable String url, Members members) {
        if (members.required("/url", url) == null || platform.isEmpty()) {
            return Located.NOWHERE;
        }
        return switch (recognize.recognize(url)) {
            case Recognized found
            when found.platform().equals(platform) ->
                new Located(new Address(found.url(), found.handle()), found.immutableId());
            case Recognized found -> {
                members.fault("/url", "PLATFORM_URL_MISMATCH", found.platform());
                yield Located.NOWHERE;
            }
            case Elsewhere _
            when recognize.hasHosts(platform) && !recognize.isFederated(platform) -> {
                members.fault("/url", "HOST_OF_NO_PLATFORM", platform);
                yield Located.NOWHERE;
            }
            case Elsewhere found -> new Located(new Address(found.url(), null), null);
            case Refused refused -> {
                members.fault("/url", "INVALID_URL", refused.fault().name());
                yield Located.NOWHERE;
            }
        };
    }

    private static @Nullable String key(@Nullable String given, @Nullable String found, Members members) {
        if (given != null && !KEY.matcher(given).matches()) {
            members.fault("/platformAccountKey", "NOT_A_KEY");
        } else if (given != null && found != null && !given.equals(found)) {
            members.fault("/platformAccountKey", "KEY_OF_ANOTHER_ADDRESS");
        }
        return given == null ? found : given;
    }

    private static List<String> ownerRoles(@Nullable List<@Nullable String> given, Members members) {
        List<String> roles = new ArrayList<>();
        if (given != null && members.atMost("/ownerRoles", given.size(), MOST_OWNER_ROLES)) {
            for (int i = 0; i < given.size(); i++) {
                roles.add(members.code("/ownerRoles/" + i, given.get(i)));
            }
        }
        return roles.stream().distinct().toList();
    }

    /**
     * Goes on only if the department named, if any, is one of the same institution, inside the transaction that keeps the account.
     *
     * @throws ProblemException 422 at {@code /departmentId} otherwise
     */
    Uni<Void> requireDepartment(Caller caller, AccountDetails details) {
        UUID id = details.departmentId();
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return readDepartment
                .find(caller, id)
                .invoke(found -> {
                    if (found.filter(department ->
                                    department.details().institution().equals(details.institution()))
                            .isEmpty()) {
                        throw fault("/departmentId", "UNKNOWN_DEPARTMENT");
                    }
                })
                .replaceWithVoid();
    }

    /** The problem of one member at fault. */
    ProblemException fault(String pointer, String code) {
        Members members = members();
        members.fault(pointer, code);
        return members.problem();
    }

    /** What a caller is told whose account is live already, by another record; the other failures as they are. */
    static Throwable taken(Throwable failure) {
        if (UniqueConstraint.named("uq_account_url").test(failure)) {
            return conflict(ComplianceProblem.ACCOUNT_URL_TAKEN, "/url", "ACCOUNT_URL_TAKEN");
        }
        if (UniqueConstraint.named("uq_account_key").test(failure)) {
            return conflict(ComplianceProblem.ACCOUNT_KEY_TAKEN, "/platformAccountKey", "ACCOUNT_KEY_TAKEN");
        }
        return failure;
    }

    private static ProblemException conflict(ComplianceProblem type, String pointer, String code) {
        Members members = new Members(type, CheckAccount.class, "");
        members.fault(pointer, code);
        return members.problem();
    }

    private static Members members() {
        return new Members(ComplianceProblem.INVALID_ACCOUNT, CheckAccount.class, "");
    }

    /** Whether a caller may write this institution's records. */
    static void requireOwn(Caller caller, String institution, String writesAll) {
        if (!caller.hasRole(writesAll) && !institution.equals(caller.requireInstitution())) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
