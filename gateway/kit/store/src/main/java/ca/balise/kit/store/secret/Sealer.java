package ca.balise.kit.store.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes, so that without the key they can neither be read nor changed, nor be passed off as something else: AES-256-GCM (NIST SP
 * 800-38D), a random nonce of 96 bits, the purpose and the context as associated data.
 *
 * <p>An envelope is the number of this form (one byte), the id of the key (one byte of length, ASCII), the nonce (12 bytes) and the
 * ciphertext with its tag (16 bytes). Random nonces allow four thousand million envelopes a key; a key is to be replaced long before.
 */
@ApplicationScoped
public class Sealer {

    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    Sealer(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Seals bytes with the current key.
     *
     * @param purpose what they are, the same for all of a kind
     * @param context what they belong to, such as the id of their row: needed to open them
     */
    public byte[] seal(String purpose, byte[] context, byte[] plain) {
        String id = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(id, purpose).orElseThrow(), nonce, purpose, context)
                    .doFinal(plain);
            var envelope = new ByteArrayOutputStream();
            envelope.write(FORM);
            envelope.write(id.length());
            envelope.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
            envelope.writeBytes(nonce);
            envelope.writeBytes(sealed);
            return envelope.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /**
     * Opens what {@link #seal} sealed.
     *
     * @param purpose as it was given then
     * @param context as it was given then
     * @return empty if the key is not given any more
     * @throws IllegalStateException if it is not what was sealed for this purpose in this context
     */
    public Optional<byte[]> open(String purpose, byte[] context, byte[] envelope) {
        ByteBuffer parts = ByteBuffer.wrap(envelope);
        if (parts.remaining() < 2 || parts.get() != FORM) {
            throw new IllegalStateException("not an envelope");
        }
        byte[] id = new byte[parts.get()];
        byte[] nonce = new byte[NONCE_BYTES];
        if (parts.remaining() < id.length + nonce.length + TAG_BITS / Byte.SIZE) {
            throw new IllegalStateException("not an envelope");
        }
        parts.get(id).get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return key(new String(id, StandardCharsets.US_ASCII), purpose)
                .map(key -> open(key, nonce, sealed, purpose, context));
    }

    private static byte[] open(SecretKey key, byte[] nonce, byte[] sealed, String purpose, byte[] context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose, context).doFinal(sealed);
        } catch (AEADBadTagException notOurs) {
            throw new IllegalStateException("not what was sealed for " + purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    private Optional<SecretKey> key(String id, String purpose) {
        return keys.derive(id, "seal " + purpose, "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        // No purpose holds a zero, so that no other purpose and context run together to the same bytes.
        cipher.updateAAD(new byte[] {0});
        cipher.updateAAD(context);
        return cipher;
    }
}
