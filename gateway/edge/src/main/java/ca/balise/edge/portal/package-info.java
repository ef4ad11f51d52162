/**
 * What a person sees who opens the door in a browser: the landing page and Swagger UI over the contracts. It reads no data and keeps
 * no session; whoever signs in does so between the browser and the issuer.
 */
@NullMarked
package ca.balise.edge.portal;

import org.jspecify.annotations.NullMarked;
