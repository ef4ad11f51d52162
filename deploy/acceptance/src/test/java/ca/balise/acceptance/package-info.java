/**
 * The packaged suite as its callers meet it: started by {@code ./suite}, real PostgreSQL and Keycloak, everything over HTTP, most of
 * it through the door. Nothing here knows a class of a service.
 */
package ca.balise.acceptance;
