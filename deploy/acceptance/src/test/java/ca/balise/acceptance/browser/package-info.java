/** A real browser for the tests of the pages: found on the machine, never downloaded. It knows nothing of the suite. */
package ca.balise.acceptance.browser;
