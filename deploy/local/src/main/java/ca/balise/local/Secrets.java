package ca.balise.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** Passwords and keys made at the first start and kept in a file that its owner alone may read; none is ever printed. */
final class Secrets {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** 32 of 57 letters: about 186 bits. */
    private static final int LENGTH = 32;

    /** What a service derives its keys from: as much as AES-256 takes. */
    private static final int KEY_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values;

    private Secrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static Secrets open(Path file) {
        return new Secrets(file, StateFolder.load(file));
    }

    /** Whether the file is there: a database made with lost passwords cannot be opened. */
    static boolean kept(Path file) {
        return Files.exists(file);
    }

    /** The secret of that name, made and kept at the first call. */
    String get(String name) {
        return get(name, Secrets::random);
    }

    /** The key of that name, made and kept at the first call: 32 random bytes in Base64. */
    String key(String name) {
        return get(name, Secrets::randomKey);
    }

    private synchronized String get(String name, Supplier<String> making) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = making.get();
        values.setProperty(name, made);
        StateFolder.store(file, values);
        return made;
    }

    private static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** A fresh secret of letters and digits alone, so that it needs no quoting anywhere. */
    static String random() {
        StringBuilder secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }
}
