package ca.balise.acceptance.conformance;

/**
 * A record that is there to be asked for.
 *
 * @param path its address; empty: no record is needed
 * @param institution whose it is; {@code null}: nobody's, as far as can be told
 * @param maker who made or found it, and so may ask for it; {@code null}: nobody did
 */
record Made(String path, String institution, Caller maker) {

    static final Made NOTHING = new Made("", null, null);

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
