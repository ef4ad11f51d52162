package ca.balise.deid.intake.model;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Encodings that data may come in. */
public enum TextEncoding {
    UTF_8("UTF-8"),
    ISO_8859_1("ISO-8859-1"),
    WINDOWS_1252("windows-1252"),
    /** The byte order mark says which end comes first; without one, the big end. */
    UTF_16("UTF-16");

    private final String charsetName;

    TextEncoding(String charsetName) {
        this.charsetName = charsetName;
    }

    /** The name registered with IANA. */
    public String charsetName() {
        return charsetName;
    }

    /** The encoding of this name registered with IANA, letters' case aside. */
    public static Optional<TextEncoding> named(String charsetName) {
        for (TextEncoding encoding : values()) {
            if (encoding.charsetName.equalsIgnoreCase(charsetName)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** The same text in UTF-8. What is malformed in this encoding fails when it is read; UTF-8 itself is passed on unread. */
    InputStream toUtf8(InputStream in) {
        Charset charset = Charset.forName(charsetName);
        return charset.equals(StandardCharsets.UTF_8) ? in : new TranscodingInputStream(in, charset);
    }
}
