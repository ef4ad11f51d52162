/** The table of routes and the rule of plain paths, in plain Java. */
@NullMarked
package ca.balise.edge.route.model;

import org.jspecify.annotations.NullMarked;
