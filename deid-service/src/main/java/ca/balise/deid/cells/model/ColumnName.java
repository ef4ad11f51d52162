package ca.balise.deid.cells.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a column's name says of its values. It is not data, and somebody chose it: it never makes a column an identifier by itself, but
 * where it says that a column holds one kind, a value counts that has a form of this kind, though others may have that form too.
 */
final class ColumnName {

    /**
     * Words of names, in English and French, without accents and in the singular or as they are written together; several words must
     * follow one another.
     */
    private static final Map<IdentifierKind, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    IdentifierKind.SOCIAL_INSURANCE_NUMBER,
                    List.of(
                            "sin",
                            "nas",
                            "sin number",
                            "social insurance",
                            "assurance sociale",
                            "sin nas",
                            "ssn",
                            "social security")),
            Map.entry(
                    IdentifierKind.HEALTH_NUMBER,
                    List.of(
                            "hcn",
                            "phn",
                            "phin",
                            "hsn",
                            "ramq",
                            "ohip",
                            "mcp",
                            "health number",
                            "health card",
                            "health care number",
                            "health insurance number",
                            "health services number",
                            "medicare",
                            "assurance maladie",
                            "carte sante",
                            "carte soleil",
                            "healthcard",
                            "healthnumber")),
            Map.entry(IdentifierKind.PASSPORT, List.of("passport", "passeport")),
            Map.entry(
                    IdentifierKind.BUSINESS_NUMBER,
                    List.of("business number", "numero entreprise", "numero d entreprise", "gst number", "no tps")),
            Map.entry(
                    IdentifierKind.LICENCE_PLATE,
                    List.of(
                            "plate",
                            "plates",
                            "plaque",
                            "plaques",
                            "licence plate",
                            "license plate",
                            "immatriculation",
                            "plate number",
                            "licenceplate",
                            "licenseplate")),
            Map.entry(
                    IdentifierKind.BANK_CARD,
                    List.of(
                            "credit card",
                            "card number",
                            "bank card",
                            "debit card",
                            "carte credit",
                            "carte de credit",
                            "carte bancaire",
                            "numero carte",
                            "numero de carte",
                            "creditcard",
                            "cardnumber")),
            Map.entry(
                    IdentifierKind.TELEPHONE,
                    List.of(
                            "phone",
                            "telephone",
                            "tel",
                            "mobile",
                            "cell",
                            "cellphone",
                            "cellulaire",
                            "fax",
                            "telecopieur",
                            "phonenumber")),
            Map.entry(
                    IdentifierKind.ACCOUNT_HANDLE,
                    List.of(
                            "handle",
                            "username",
                            "user name",
                            "userid",
                            "user id",
                            "login",
                            "screen name",
                            "nom utilisateur",
                            "nom d utilisateur",
                            "identifiant",
                            "pseudo",
                            "pseudonyme",
                            "twitter",
                            "instagram",
                            "facebook",
                            "linkedin",
                            "tiktok")),
            Map.entry(
                    IdentifierKind.PERSONAL_NAME,
                    List.of(
                            "first name",
                            "last name",
                            "given name",
                            "family name",
                            "full name",
                            "middle name",
                            "maiden name",
                            "surname",
                            "forename",
                            "firstname",
                            "lastname",
                            "fullname",
                            "prenom",
                            "prenoms",
                            "nom famille",
                            "nom de famille",
                            "nom complet",
                            "nom prenom",
                            "nom et prenom",
                            "patient name",
                            "employee name",
                            "client name",
                            "person name",
                            "contact name",
                            "nom patient",
                            "nom du patient",
                            "nom employe",
                            "nom de l employe",
                            "nom client",
                            "nom du client",
                            "patronyme")),
            Map.entry(
                    IdentifierKind.DATE_OF_BIRTH,
                    List.of(
                            "birth",
                            "born",
                            "birthdate",
                            "birthday",
                            "dob",
                            "dateofbirth",
                            "naissance",
                            "ddn",
                            "date naiss",
                            "naiss",
                            "nee",
                            "ne le",
                            "nele",
                            "birth dt")));

    private ColumnName() {}

    /** Whether a name says that a column holds values of a kind. */
    static boolean says(String name, IdentifierKind kind) {
        List<String> words = WORDS.get(kind);
        if (words == null) {
            return false;
        }
        String spaced = " " + words(name) + " ";
        return words.stream().anyMatch(word -> spaced.contains(" " + word + " "));
    }

    /** The words of a name: lower case, without accents, a blank between; parted where the case changes as in birthDate. */
    private static String words(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
