/** The door of the suite: it finds the service a path belongs to, lets in who may come in, and passes both ways. It decides nothing else. */
@NullMarked
package ca.balise.edge;

import org.jspecify.annotations.NullMarked;
