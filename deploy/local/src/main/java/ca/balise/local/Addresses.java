package ca.balise.local;

import java.io.PrintStream;

/** What a person needs to know once everything answers. */
final class Addresses {
    private Addresses() {}

    static void print(Settings settings, String systemSecret, PrintStream out) {
        out.println();
        out.println("Balise is up. Everything listens on the loopback interface alone.");
        out.println();
        row(out, "the door", settings.door().toString(), "landing page; Swagger UI at /docs");
        for (QuarkusProcess process : QuarkusProcess.values()) {
            if (process != QuarkusProcess.GATEWAY) {
                row(
                        out,
                        process.label(),
                        settings.address(process) + "/" + process.label() + "/v1",
                        "health at " + settings.readiness(process));
            }
        }
        row(out, "Keycloak", settings.realm().toString(), "issuer of the tokens");
        row(out, "PostgreSQL", Settings.LOOPBACK + ":" + settings.postgresPort(), "deid, genai_registry, socialmedia");
        out.println();
        out.println("A token for a person      ./suite token alice");
        out.println("  deid analyst alice, approver bob, specialist stan; registry diane, denis, rene, mona;");
        out.println("  social media alice, bob, serge; another institution carol; auditor audit");
        out.println("  curl -H \"Authorization: Bearer $(./suite token alice)\" " + settings.door() + "/deid/v1/…");
        out.println(
                "A token for a system      client suite-system, secret " + systemSecret + " (until the next start)");
    }

    private static void row(PrintStream out, String name, String address, String note) {
        out.printf("  %-16s %-46s %s%n", name, address, note);
    }
}
