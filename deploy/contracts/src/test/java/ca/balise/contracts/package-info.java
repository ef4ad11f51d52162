@org.jspecify.annotations.NullMarked
package ca.balise.contracts;
