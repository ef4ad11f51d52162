/** Records on their way in: formats that need a library, and what is wrong with data as problems. Nothing of them is kept. */
@NullMarked
package ca.balise.deid.intake;

import org.jspecify.annotations.NullMarked;
