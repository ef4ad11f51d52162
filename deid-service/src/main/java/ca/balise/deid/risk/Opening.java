package ca.balise.deid.risk;

import java.io.IOException;

/** Opens a body: nothing of it is read before. */
@FunctionalInterface
interface Opening {

    /**
     * Reads as far as the specification.
     *
     * @throws ca.balise.kit.http.problem.ProblemException if there is none, or it does not hold together
     * @throws IOException if the caller's connection fails
     */
    Upload open() throws IOException;
}
