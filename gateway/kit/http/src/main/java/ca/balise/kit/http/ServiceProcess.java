package ca.balise.kit.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a service. */
@QuarkusMain(name = "service")
public final class ServiceProcess {

    /**
     * The framework refuses an address that is no URI with an empty 400, before anything of ours runs; {@code ReadableHead} makes
     * the same test and says so. It is read once, as the framework's classes are loaded.
     */
    public static final String FRAMEWORK_REFUSES_NO_ADDRESS = "vertx.disableURIValidation";

    ServiceProcess() {}

    public static void main(String[] arguments) {
        System.setProperty(FRAMEWORK_REFUSES_NO_ADDRESS, "true");
        Quarkus.run(arguments);
    }
}
