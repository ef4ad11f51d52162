package ca.balise.edge;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the door. */
@QuarkusMain
public final class Door {

    /** Before anything of ours runs, the framework refuses an address that is no URI with an empty 400; our own rule is stricter and says why. */
    static final String FRAMEWORK_REFUSES_NO_ADDRESS = "vertx.disableURIValidation";

    private Door() {}

    public static void main(String[] arguments) {
        System.setProperty(FRAMEWORK_REFUSES_NO_ADDRESS, "true");
        Quarkus.run(arguments);
    }
}
