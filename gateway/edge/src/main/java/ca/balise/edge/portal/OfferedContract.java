package ca.balise.edge.portal;

/**
 * A service that has a route, and where the door serves its contract.
 *
 * @param name as configured
 * @param address path of the contract
 */
record OfferedContract(String name, String address) {}
