/**
 * Secrets of a service: its keys, each named, and what is made with them. A new key seals from the day it is current; what an older
 * one sealed stays readable as long as that one is given too.
 */
@NullMarked
package ca.balise.kit.store.secret;

import org.jspecify.annotations.NullMarked;
