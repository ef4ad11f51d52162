/** What a token must say to pass a route. The signature, issuer and expiry are {@code kit.http}'s; permissions are the services'. */
@NullMarked
package ca.balise.edge.access;

import org.jspecify.annotations.NullMarked;
